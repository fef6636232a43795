import type { HostRules } from "./host-rules.ts";
import { PATH_CLASSES, patternBelow } from "./path-classes.ts";

/** The limit of a CloudFront function. */
const MAX_FUNCTION_BYTES = 10 * 1024;

/**
 * The CloudFront function for viewer requests: trailing slashes, redirects, `index.html`. Redirects that exceed the size
 * limit are omitted: the pages at those paths redirect by themselves.
 */
export function requestFunction({ redirects }: HostRules): string {
  const withRedirects = (count: number): string => `var moved = ${JSON.stringify(
    Object.fromEntries(redirects.slice(0, count).map(({ from, to }) => [from, to])),
  )};

function handler(event) {
  var request = event.request;
  var uri = request.uri;
  var known = [uri, uri + "/"].find(function (path) { return Object.prototype.hasOwnProperty.call(moved, path); });
  if (known !== undefined) return redirect(moved[known], request.querystring);
  // Without the leading slashes, which would make the rest a host.
  if (!/\\/$|\\.[^\\/]*$/.test(uri)) return redirect("/" + uri.replace(/^[\\/\\\\]+/, "") + "/", request.querystring);
  if (uri.endsWith("/")) request.uri = uri + "index.html";
  return request;
}

function redirect(to, given) {
  var value = /[?#]/.test(to) ? to : to + query(given);
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: value } } };
}

function query(given) {
  var words = [];
  Object.keys(given).forEach(function (name) {
    (given[name].multiValue || [given[name]]).forEach(function (each) { words.push(name + "=" + each.value); });
  });
  return words.length > 0 ? "?" + words.join("&") : "";
}
`;
  let count = redirects.length;
  while (count > 0 && Buffer.byteLength(withRedirects(count)) > MAX_FUNCTION_BYTES) count -= Math.ceil(count / 50);
  return withRedirects(count);
}

/** The CloudFront function for viewer responses: headers that depend on the path. `Cache-Control` is stored with the files. */
export function responseFunction({ base }: HostRules): string {
  const { hashed, open, pages } = PATH_CLASSES;
  const classes = [hashed, open, pages].map((each) => {
    const { "Cache-Control": _storedWithFiles, ...headers } = each.headers;
    return [patternBelow(base, each), Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])];
  });
  return `var classes = ${JSON.stringify(classes)};

function handler(event) {
  var own = classes.find(function (each) { return new RegExp(each[0]).test(event.request.uri); });
  (own ? own[1] : []).forEach(function (header) { event.response.headers[header[0]] = { value: header[1] }; });
  return event.response;
}
`;
}

/** A response headers policy, which has separate fields for security headers. */
export function responseHeadersPolicy({ headers }: HostRules): string {
  const {
    "Content-Security-Policy": ContentSecurityPolicy = "",
    "Referrer-Policy": ReferrerPolicy = "",
    "Strict-Transport-Security": transport,
    "X-Content-Type-Options": _nosniff,
    ...custom
  } = headers;
  const items = Object.entries(custom).map(([Header, Value]) => ({ Header, Value, Override: true }));
  const configuration = {
    Name: "econotimes",
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy },
      ...(transport === undefined ? {} : { StrictTransportSecurity: transportSecurity(transport) }),
    },
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  };
  return `${JSON.stringify(configuration, undefined, 2)}\n`;
}

function transportSecurity(value: string) {
  const AccessControlMaxAgeSec = Number(/max-age=(\d+)/.exec(value)?.[1]);
  return { Override: true, IncludeSubdomains: value.includes("includeSubDomains"), AccessControlMaxAgeSec };
}
