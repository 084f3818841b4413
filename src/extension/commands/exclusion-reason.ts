/** Asks for the reason of an exclusion, and for confirmation before a reason is lost. */
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import type { Row } from '../../views/rows';
import { newList } from '../core/ask';
import { back, type Back, type InputSteps } from '../core/input-steps';

/** The reason, `back`, or `undefined` when cancelled. */
export function askReason(
  steps: InputSteps,
  { service, scored }: Row,
  t: Translate,
  canGoBack = true,
): Promise<string | Back | undefined> {
  return steps.ask({
    title: t('panel.exclude-title', { id: label(service.id), title: label(service.title) }),
    prompt: t('panel.exclude-prompt'),
    placeholder: t('panel.exclude-placeholder'),
    value: scored.reason,
    canGoBack,
    check: (value) => (value ? undefined : t('panel.exclude-empty')),
  });
}

/** Whether scoring or including a service would lose the reason of its exclusion. */
export function losesReason({ scored }: Row): boolean {
  return scored.state === 'excluded' && Boolean(scored.reason);
}

/**
 * Asks whether to include a service again and lose the reason of its exclusion; going back keeps the exclusion, too.
 */
export async function askToInclude(
  steps: InputSteps,
  { service, scored }: Row,
  t: Translate,
  canGoBack = false,
): Promise<'include' | 'keep' | 'given-up'> {
  const pick = newList();
  pick.title = t('panel.include-title', { id: label(service.id), title: label(service.title) });
  pick.placeholder = t('panel.include-prompt');
  const include = { label: t('view.include'), detail: label(scored.reason ?? '') };
  pick.items = [include, { label: t('panel.include-keep') }];
  const answer = await steps.show<'include' | 'keep'>(pick, canGoBack, (settle) => [
    pick.onDidAccept(() => settle(pick.activeItems[0] === include ? 'include' : 'keep')),
  ]);
  return answer === back ? 'keep' : (answer ?? 'given-up');
}
