/** What suites that look at pages begin with. */
import type { Browser, Page } from 'playwright-core';
import { launch } from '../host/browser.mjs';
import { ensureChromium } from '../host/install.mjs';
import { exampleSession } from '../support/reports';
import type { Session } from '../support/session';

interface Stage {
  /** A folder with the examples. */
  readonly session: Session;
  /** Empty at the beginning of each test, 1280 by 900 px. */
  readonly page: Page;
}

/** A browser and the examples for the suite it is called in; `ready` runs once both are there. */
export function stage(ready: (session: Session) => void = () => {}): Stage {
  let browser: Browser;
  let page: Page;
  let session: Session;
  before(async () => {
    session = exampleSession();
    browser = await launch(await ensureChromium());
    ready(session);
  });
  beforeEach(async () => void (page = await browser.newPage({ viewport: { width: 1280, height: 900 } })));
  afterEach(() => page.close());
  after(async () => {
    await browser.close();
    session.remove();
  });
  return {
    get session() {
      return session;
    },
    get page() {
      return page;
    },
  };
}
