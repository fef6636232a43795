import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The options of a server. */
export interface Served {
  /** The document root, with the publication at its path. */
  readonly root: string;
  readonly port: number;
  /** For its own files. */
  readonly own: string;
  /** The output of `--host`; empty if the server needs none. */
  readonly configuration: string;
}

/** A web server that people host themselves. */
export interface ServerKind {
  readonly command: string;
  /** Its Debian package; one that starts no service, if there is such a package. */
  readonly package: string;
  /** Its id for `--host`. */
  readonly host?: "nginx" | "caddy";
  /** Writes its configuration, and returns its command-line arguments. */
  readonly prepare: (served: Served) => readonly string[];
}

const APACHE_MODULES = [
  "mpm_event",
  "authz_core",
  "autoindex",
  "dir",
  "mime",
  "negotiation",
  "headers",
  "rewrite",
  "filter",
  "deflate",
];

export const SERVERS = {
  nginx: { command: "nginx", package: "nginx-light", host: "nginx", prepare: prepareNginx },
  Apache: { command: "apache2", package: "apache2-bin", prepare: prepareApache },
  Caddy: { command: "caddy", package: "caddy", host: "caddy", prepare: prepareCaddy },
  "python3 -m http.server": { command: "python3", package: "python3", prepare: preparePython },
} as const satisfies Readonly<Record<string, ServerKind>>;

function prepareNginx({ root, port, own, configuration }: Served): readonly string[] {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${own}/${name};`);
  writeFileSync(join(own, "econotimes.conf"), configuration);
  writeFileSync(
    join(own, "nginx.conf"),
    `pid ${own}/pid; error_log stderr; worker_processes 1; daemon off; events { }
    http {
      access_log off; ${temporary.join(" ")}
      server { listen 127.0.0.1:${port}; root ${root}; include ${own}/econotimes.conf; }
    }`,
  );
  return ["-p", own, "-e", "stderr", "-c", join(own, "nginx.conf")];
}

function prepareApache({ root, port, own }: Served): readonly string[] {
  const modules = APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  writeFileSync(
    join(own, "apache.conf"),
    `${modules.join("\n")}
    ServerRoot ${own}
    ServerName localhost
    PidFile ${own}/pid
    Mutex file:${own}
    Listen 127.0.0.1:${port}
    ErrorLog ${own}/log
    # Whom it becomes if root starts it.
    User #65534
    Group #65534
    TypesConfig /etc/mime.types
    # As Debian sets it.
    AddLanguage br .br
    AddType application/x-gzip .gz
    DocumentRoot ${root}
    <Directory ${root}>
      AllowOverride FileInfo
      Options Indexes FollowSymLinks
      Require all granted
    </Directory>`,
  );
  return ["-f", join(own, "apache.conf"), "-DFOREGROUND"];
}

function prepareCaddy({ root, port, own, configuration }: Served): readonly string[] {
  writeFileSync(join(own, "econotimes.caddy"), configuration);
  writeFileSync(
    join(own, "Caddyfile"),
    `{
      admin off
      auto_https off
    }
    http://:${port} {
      bind 127.0.0.1
      root * ${root}
      import econotimes.caddy
    }`,
  );
  return ["run", "--config", join(own, "Caddyfile"), "--adapter", "caddyfile"];
}

function preparePython({ root, port }: Served): readonly string[] {
  return ["-m", "http.server", String(port), "--bind", "127.0.0.1", "--directory", root];
}
