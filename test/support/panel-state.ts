/** States of the panel after messages of the host and gestures of the user. */
import { catalogues } from '../../src/messages/catalogues';
import { partOf, type Language } from '../../src/messages/messages';
import { panelWords, type StateMessage } from '../../src/webview/protocol';
import { initialState, reduce, type Gesture, type PanelState } from '../../src/webview/state';
import { sheets, viewOf } from './views';

/** The address of the file that `file` is about. */
export const uri = 'file:///router.psirt.yaml';

/** The message with the panel's texts. */
export function texts(language: Language = 'en'): StateMessage {
  return { type: 'texts', language, catalogue: partOf(catalogues[language], panelWords), sheet: sheets[language] };
}

/** The message with an assessment, given its lines below `services:`. */
export function file(services: readonly string[], version = 1, broken = false): StateMessage {
  return { type: 'assessment', uri, fileName: 'router.psirt.yaml', version, broken, view: viewOf(services) };
}

/** The state of a new panel after these events. */
export function after(...events: (StateMessage | Gesture)[]): PanelState {
  return events.reduce(reduce, initialState(undefined));
}
