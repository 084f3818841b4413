import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first shown; nothing is drawn until then. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element | null {
  let Loaded: ComponentType<P> | undefined;
  return function Late(props) {
    const [, setReady] = useState(Loaded !== undefined);
    useEffect(() => {
      if (Loaded) return;
      void load().then((component) => {
        Loaded = component;
        setReady(true);
      });
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
