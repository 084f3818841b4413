/** Asks why a service is excluded. */
import type { Translate } from '../messages/messages';
import type { Row } from '../views/rows';
import type { Back, InputSteps } from './input-steps';

/** The reason, the wish to go back, or `undefined` when given up. */
export function askReason(steps: InputSteps, { service, scored }: Row, t: Translate): Promise<string | Back | undefined> {
  return steps.ask({
    title: t('panel.exclude-title', { id: service.id, title: service.title }),
    prompt: t('panel.exclude-prompt'),
    placeholder: t('panel.exclude-placeholder'),
    value: scored.reason,
    canGoBack: true,
    check: (value) => (value ? undefined : t('panel.exclude-empty')),
  });
}
