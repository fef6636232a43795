/** Whether this edition can be read offline. The bundler inserts it. */
declare const OFFLINE_ENABLED: boolean;
