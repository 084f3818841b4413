import type { Rule } from './rule';

/** Unquoted ids: most YAML tools read `1.1:` as a number, and 1.10 as 1.1. One finding for the whole file. */
export const unquotedService: Rule = {
  id: 'unquoted-service',
  severity: 'info',
  ofText: true,
  fixes: 'safe',
  check: ({ assessment, t }) => {
    const entries = [
      ...assessment.services.values(),
      ...assessment.duplicates.map(({ entry }) => entry),
      ...assessment.areas.values(),
    ];
    const bare = entries.filter(
      ({ id, quoted, key }) => !quoted && /^[\d.]+$/.test(id) && assessment.text.slice(key.start, key.end) === id,
    );
    const [first] = bare.sort((a, b) => a.key.start - b.key.start);
    if (!first) return [];
    const fixes = () => [
      {
        title: t('fix.quote-ids', { count: bare.length }),
        edits: bare.map(({ id, key }) => ({ span: key, newText: `"${id}"` })),
        safe: true as const,
      },
    ];
    return [{ span: first.key, message: t('rule.unquoted-service', { id: first.id, count: bare.length }), fixes }];
  },
};
