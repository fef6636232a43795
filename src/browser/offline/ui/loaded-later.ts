/** What is loaded when it is needed. Here, so that all of it is left out of editions that keep nothing. */
export const LOADED_LATER = KEEPS_OFFLINE
  ? {
      keptList: () => import("./stored-pages-list.ts"),
      pageAge: () => import("./page-age.ts"),
      registerWorker: () => import("./register-worker.ts"),
      followEdition: () => import("./follow-edition.ts"),
      takeAlong: () => import("./download-panel.tsx"),
      takeAlongDialog: () => import("./download-dialog.tsx"),
    }
  : undefined;

export type LoadedLater = NonNullable<typeof LOADED_LATER>;
