/** The frame around each page: navigation, search, the other language. */
import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import manifest from '../../package.json';
import { languages } from '../../src/messages/messages';
import type { Rendered } from './markdown';
import { folderOf, inLanguage, wayTo, type Group, type Page } from './page';
import { texts } from './texts';

/** Nothing is loaded but what lies beside the pages, nor does anything run but their script. */
const policy =
  "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

/** The whole page as HTML, ending with a line break. */
export function laidOut(page: Page, { title, html }: Rendered, groups: readonly Group[]): string {
  const { address, language } = page;
  const way = (target: string) => wayTo(target, address);
  const isHome = address === `${folderOf(language)}index.html`;
  const document = render(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{isHome ? title : `${title} · PSIRT Maturity`}</title>
        {languages.map((other) => (
          <link rel="alternate" hreflang={other} href={way(inLanguage(page, other))} />
        ))}
        <link rel="icon" href={way('media/icon.png')} />
        <link rel="stylesheet" href={way('site.css')} />
        <script defer src={way('search.js')} />
      </head>
      <body>
        <a class="skip" href="#text">
          {texts[language].skip}
        </a>
        <Header page={page} way={way} />
        <div class="columns">
          <Navigation page={page} groups={groups} way={way} />
          <main id="text" tabIndex={-1}>
            <article dangerouslySetInnerHTML={{ __html: html }} />
            <footer>
              PSIRT Maturity {manifest.version} · <SourceLink page={page} />
            </footer>
          </main>
        </div>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${document}\n`;
}

type Way = (address: string) => string;

function Header({ page, way }: { page: Page; way: Way }): JSX.Element {
  const { language } = page;
  const words = texts[language];
  const sections = `search-${language}.js`;
  return (
    <header>
      <a class="home" href={way(`${folderOf(language)}index.html`)}>
        <img src={way('media/icon.png')} alt="" width={24} height={24} /> PSIRT Maturity
      </a>
      <form
        class="search"
        role="search"
        hidden
        data-root={way('')}
        data-sections={sections}
        data-found={words.found}
        data-nothing={words.nothing}
      >
        <input type="search" aria-label={words.search} placeholder={words.searchHint} autocomplete="off" />
        <span role="status" />
        <div class="results" hidden />
      </form>
      <p class="languages">
        {languages.map((other) =>
          other === language ? (
            <span aria-current="true">{texts[other].language}</span>
          ) : (
            <a href={way(inLanguage(page, other))} lang={other} hreflang={other}>
              {texts[other].language}
            </a>
          ),
        )}
      </p>
    </header>
  );
}

function Navigation({ page, groups, way }: { page: Page; groups: readonly Group[]; way: Way }): JSX.Element {
  return (
    <details class="pages" open>
      <summary>{texts[page.language].navigation}</summary>
      <nav aria-label={texts[page.language].navigation}>
        {groups.map((group) => (
          <details open={!group.isLong || group.links.some(({ address }) => address === page.address)}>
            <summary>{group.title}</summary>
            <ul>
              {group.links.map(({ title, address }) => (
                <li>
                  <a href={way(address)} aria-current={address === page.address ? 'page' : undefined}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
    </details>
  );
}

function SourceLink({ page }: { page: Page }): JSX.Element {
  const repository = manifest.repository.url.replace(/\.git$/, '');
  return <a href={`${repository}/blob/HEAD/${page.source}`}>{texts[page.language].source}</a>;
}
