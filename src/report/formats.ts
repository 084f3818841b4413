/** The formats of reports, each in a file of its own that is loaded when the format is used. */
import type { Format } from './report';

/** What is written when nothing else is asked for. */
export const defaultFormat: Format = { id: 'markdown', extension: 'md', mediaType: 'text/markdown', load: async () => (await import('./markdown')).markdownReport };

/** Every format, in the order they are offered. */
export const formats: readonly Format[] = [
  defaultFormat,
  { id: 'json', extension: 'json', mediaType: 'application/json', load: async () => (await import('./json')).jsonReport },
];
