/** The formats of reports, each in a file of its own that is loaded when the format is used. */
import { pictures, type Format } from './report';

/** What is written when nothing else is asked for. */
export const defaultFormat: Format = { id: 'markdown', extension: 'md', mediaType: 'text/markdown', load: async () => (await import('./markdown')).markdownReport };

/** Every format, in the order they are offered. */
export const formats: readonly Format[] = [
  { id: 'html', extension: 'html', mediaType: 'text/html', load: async () => (await import('./html')).htmlReport },
  defaultFormat,
  { id: 'svg', extension: 'svg', mediaType: 'image/svg+xml', pictures, load: async () => (await import('./svg')).svgReport },
  { id: 'plan-markdown', extension: 'md', mediaType: 'text/markdown', load: async () => (await import('./plan-markdown')).planMarkdown },
  { id: 'json', extension: 'json', mediaType: 'application/json', load: async () => (await import('./json')).jsonReport },
  { id: 'csv', extension: 'csv', mediaType: 'text/csv', load: async () => (await import('./csv')).csvReport },
  { id: 'plan-csv', extension: 'csv', mediaType: 'text/csv', load: async () => (await import('./plan-csv')).planCsv },
  { id: 'roll-up-csv', extension: 'csv', mediaType: 'text/csv', load: async () => (await import('./roll-up-csv')).rollUpCsv },
  {
    ...{ id: 'xlsx', extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', binary: true },
    load: async () => (await import('./xlsx')).xlsxReport,
  },
];
