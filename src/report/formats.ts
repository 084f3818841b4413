/** The formats of reports, each in its own file, which is loaded on demand. */
import { pictures, type Format } from './report';

/** The format used by default. */
export const defaultFormat: Format = {
  id: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  sized: true,
  most: 5_000,
  load: async () => (await import('./document/markdown')).markdownReport,
};

/** Every format, in display order. */
export const formats: readonly Format[] = [
  {
    id: 'html',
    extension: 'html',
    mediaType: 'text/html',
    sized: true,
    most: 1_000,
    load: async () => (await import('./document/html')).htmlReport,
  },
  defaultFormat,
  {
    id: 'mail',
    extension: 'html',
    mediaType: 'text/html',
    most: 1_000,
    load: async () => (await import('./document/mail')).mailReport,
  },
  {
    id: 'svg',
    extension: 'svg',
    mediaType: 'image/svg+xml',
    pictures,
    most: 1,
    load: async () => (await import('./document/svg')).svgReport,
  },
  {
    id: 'plan-markdown',
    extension: 'md',
    mediaType: 'text/markdown',
    most: 20_000,
    load: async () => (await import('./document/plan-markdown')).planMarkdown,
  },
  {
    id: 'interview',
    extension: 'md',
    mediaType: 'text/markdown',
    most: 1_000,
    load: async () => (await import('./interview/interview-markdown')).interviewMarkdown,
  },
  {
    id: 'json',
    extension: 'json',
    mediaType: 'application/json',
    most: 5_000,
    load: async () => (await import('./check/json')).jsonReport,
  },
  {
    id: 'oscal',
    extension: 'json',
    mediaType: 'application/json',
    most: 1_000,
    load: async () => (await import('./oscal/assessment-results')).assessmentResults,
  },
  {
    id: 'csv',
    extension: 'csv',
    mediaType: 'text/csv',
    most: 5_000,
    load: async () => (await import('./table/csv')).csvReport,
  },
  {
    id: 'plan-csv',
    extension: 'csv',
    mediaType: 'text/csv',
    most: 20_000,
    load: async () => (await import('./table/plan-csv')).planCsv,
  },
  {
    id: 'roll-up-csv',
    extension: 'csv',
    mediaType: 'text/csv',
    most: 20_000,
    load: async () => (await import('./table/roll-up-csv')).rollUpCsv,
  },
  {
    id: 'ciso-assistant',
    extension: 'csv',
    mediaType: 'text/csv',
    most: 1,
    load: async () => (await import('./ciso-assistant/audit-csv')).auditCsv,
  },
  {
    id: 'xlsx',
    extension: 'xlsx',
    binary: true,
    most: 2_000,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async () => (await import('./table/xlsx')).xlsxReport,
  },
  {
    id: 'interview-xlsx',
    extension: 'xlsx',
    binary: true,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    most: 100,
    load: async () => (await import('./interview/interview-xlsx')).interviewXlsx,
  },
];
