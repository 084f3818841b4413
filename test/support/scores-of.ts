import type { Analysis } from './analyse';

export const scoresOf = ({ assessment }: Analysis) =>
  Object.fromEntries([...assessment.services.values()].map(({ id, score }) => [id, score?.value]));
