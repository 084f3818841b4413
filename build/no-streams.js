/** Stands in the extension for Node's streams, which the CSV library can read from and nothing of ours hands it. */
export {};
