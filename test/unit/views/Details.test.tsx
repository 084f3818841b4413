import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { nextFrameworkUrl } from '../../../src/sheet/references';
import { Description, GlossaryContext } from '../../../src/views/Description';
import { queryOf } from '../../../src/views/find';
import { QueryContext } from '../../../src/views/Found';
import { Details } from '../../../src/views/Details';
import { Method } from '../../../src/views/Method';
import { renderNote } from '../../../src/views/note';
import { live, shared, sheets, viewOf } from '../../support/views';
import { findService } from '../../../src/sheet/sheet';
import { translator } from '../../../src/messages/catalogues';
import { languages } from '../../../src/messages/messages';
import { yaml } from '../../support/yaml';

describe('the details of a service', () => {
  it('give the level scored and the next one as what gains a level', () => {
    const html = render(<Details {...shared(viewOf(['"1.2": 2']))} selected="1.2" />);
    assert.match(html, /<h3>Now: level 2<\/h3>/);
    assert.match(html, /<h3>To gain a level: level 3<\/h3>/);
    assert.ok(html.includes(findService(sheets.en, '1.2')?.levels[3]?.summary ?? '?'));
  });

  it('jump from a score of 0 to the first level described', () => {
    const html = render(<Details {...shared(viewOf(['"4.4": 0']))} selected="4.4" />);
    assert.match(html, /start at 4; 0 means not there yet/);
    assert.match(html, /To gain a level: level 4/);
  });

  it('say when the highest level is reached, also where the sheet ends at 4', () => {
    const html = render(<Details {...shared(viewOf(['"5.2": 4']))} selected="5.2" />);
    assert.match(html, /highest level the sheet describes/);
  });

  it('open all levels while the service is not scored', () => {
    const html = render(<Details {...shared(viewOf([]))} selected="1.1" />);
    assert.match(html, /<details class="levels" open/);
    assert.match(html, /Level 3 · target/);
  });

  it('give the reason of an exclusion', () => {
    const html = render(
      <Details {...shared(viewOf(['"2.3": { excluded: No third parties }']))} selected="2.3" on={live} />,
    );
    assert.match(html, /No third parties/);
    assert.match(html, />Include again</);
  });

  it('offer no score the sheet has no meaning for', () => {
    const html = render(<Details {...shared(viewOf(['"4.4": 0']))} selected="4.4" on={live} />);
    const offered = [...html.matchAll(/<button[^>]*class="score-button level-(\d)"[^>]*>/g)].filter(([tag]) =>
      /aria-disabled="false"/.test(tag),
    );
    assert.deepEqual(
      offered.map(([, level]) => level),
      ['0', '4', '5'],
    );
  });

  it('list evidence, plan and note, and escape all but the note', () => {
    const details = {
      evidence: [{ link: '<script>alert(1)</script>', collected: '2026-10-01' }, { link: 'javascript:alert(1)' }],
      plan: [{ action: '<img src=x onerror=alert(1)>', owner: 'Office', due: '2027-03-31', done: false }],
      noteHtml: renderNote('A **note**'),
    };
    const html = render(<Details {...shared(viewOf(['"1.2": 2'], { details: { '1.2': details } }))} selected="1.2" />);
    assert.doesNotMatch(html, /<script|<img|href="javascript/);
    assert.match(html, /collected 2026-10-01/);
    assert.match(html, /due 2027-03-31/);
    assert.match(html, /<p>A <strong>note<\/strong><\/p>/);
  });

  it('mark evidence in trouble: by a sign, in words that are read with the link, and in full in the tooltip', () => {
    const troubles = [
      { kind: 'missing', message: 'It does not exist.', words: { en: 'Not found', ja: '文書が見つかりません' } },
      {
        kind: 'no-heading',
        message: 'It has no such heading.',
        words: { en: 'No such heading', ja: '見出しが見つかりません' },
      },
      { kind: 'changed', message: 'It has changed.', words: { en: 'Changed since collected', ja: '収集後に変更' } },
      { kind: 'expired', message: 'It was valid until <b>then</b>.', words: { en: 'Expired', ja: '期限切れ' } },
      { kind: 'future', message: 'It lies in the future.', words: { en: 'Dated in the future', ja: '未来の日付' } },
    ] as const;
    const evidence = [
      { link: 'sound.md' },
      ...troubles.map(({ kind, message }) => ({ link: `${kind}.md`, troubles: [{ kind, message }] })),
    ];
    const view = viewOf(['"1.2": 2'], { details: { '1.2': { evidence, plan: [] } } });
    for (const language of languages) {
      const [sound = '', ...marked] =
        render(<Details {...shared(view, language)} selected="1.2" on={live} />).match(/<li><button.*?<\/li>/g) ?? [];
      assert.doesNotMatch(sound, /trouble|describedby/);
      assert.equal(marked.length, troubles.length);
      for (const [index, { kind, message, words }] of troubles.entries()) {
        const [, described] = /<button[^>]* aria-describedby="([^"]+)"/.exec(marked[index] ?? '') ?? [];
        const start = `<span class="troubles" id="${described}"><span class="trouble ${kind}" title="([^"]*)">`;
        const pattern = new RegExp(`${start} <svg [^>]*aria-hidden="true".*?</svg> (.*?)</span></span>`);
        const [, title, text] = pattern.exec(marked[index] ?? '') ?? assert.fail(marked[index]);
        assert.deepEqual([title, text], [message.replaceAll('<', '&lt;'), words[language]]);
      }
    }
    const printed = render(<Details {...shared(view)} selected="1.2" />);
    assert.match(printed, /<code>expired\.md<\/code><span class="troubles"><span class="trouble expired"/);
  });

  it('offer to renew the digest of a changed file, and show the digest', () => {
    const piece = { link: 'a.pdf', digest: '9f2feb0f1ef4', troubles: [{ kind: 'changed', message: 'x' }] } as const;
    const criteria = { '2a': { evidence: [piece] } };
    const evidence = [piece, { link: 'b.pdf', digest: 'e3b0c44298fc' }];
    const view = viewOf(['"2.1": 2'], { details: { '2.1': { evidence, plan: [], criteria } } });
    const html = render(<Details {...shared(view)} selected="2.1" on={live} />);
    const [ofService, ofCriterion] = ['evidence', 'criterion-support'].map(
      (list) => new RegExp(`<ul class="${list}">.*?</ul>`).exec(html)?.[0] ?? '',
    );
    assert.equal(ofService?.match(/>Renew<\/button>/g)?.length, 1);
    assert.equal(ofCriterion?.match(/>Renew<\/button>/g)?.length, 1);
    assert.match(html, /SHA-256 9f2feb0f1ef4….*SHA-256 e3b0c44298fc…/);
    const printed = render(<Details {...shared(view)} selected="2.1" />);
    assert.doesNotMatch(printed, /Renew/);
    assert.match(printed, /SHA-256 9f2feb0f1ef4…/);
  });

  it('carry no inline styles, which the panel’s policy forbids', () => {
    assert.doesNotMatch(render(<Details {...shared(viewOf(['"1.2": 2']))} selected="1.2" on={live} />), /style=/);
  });

  it('speak Japanese', () => {
    const html = render(<Details {...shared(viewOf(['"1.2": 2']), 'ja')} selected="1.2" />);
    assert.match(html, /現在：レベル2/);
    assert.match(html, /次の段階：レベル3/);
  });
});

describe('a description', () => {
  it('has paragraphs, lists and references to the framework, which say that 1.1 has superseded it', () => {
    const html = render(
      <Description
        text={yaml`
          Intro [1.2.1.1]:
          - one
          - two [3.3.2-4]

          End`}
        t={translator('en')}
      />,
    );
    assert.match(html, /<p>Intro <a [^>]*>\[1\.2\.1\.1\]<\/a>:<\/p><ul><li>one<\/li><li>two <a/);
    assert.ok(html.includes(`href="${nextFrameworkUrl}"`));
    assert.match(
      html,
      /title="3\.3\.2, 3\.3\.3, 3\.3\.4 – FIRST’s PSIRT Services Framework 1\.0 \(superseded by 1\.1\)"/,
    );
    assert.match(html, /<p>End<\/p>/);
  });

  it('never makes a link of what stands in parentheses behind a reference', () => {
    const html = render(<Description text={'[3.1](http://example.com) sees nothing'} t={translator('en')} />);
    assert.deepEqual(
      [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
      [nextFrameworkUrl],
    );
    assert.match(html, /\[3\.1\]<\/a>\(http:\/\/example\.com\) sees nothing/);
  });

  it('explains each term where it first stands, tied to it for those who hear it', () => {
    const explained = (text: string, language: 'en' | 'ja') =>
      render(
        <GlossaryContext.Provider value={sheets[language].glossary}>
          <Description text={text} t={translator(language)} />
        </GlossaryContext.Provider>,
      );
    const html = explained('A bug bar exists [3.1.1].\n- Bug bars are reviewed', 'en');
    assert.equal(html.match(/role="button"/g)?.length, 1);
    const [, id, term, tip, meaning] =
      /<span role="button" [^>]*aria-describedby="([^"]+)"[^>]*>(.*?)<\/span><span role="tooltip" [^>]*id="([^"]+)"[^>]*>(.*?)<\/span>/.exec(
        html,
      ) ?? [];
    assert.deepEqual([id, term], [tip, 'bug bar']);
    assert.equal(meaning, sheets.en.glossary.terms.find((one) => one.term === 'bug bar')?.meaning);
    assert.match(html, /title="3\.1\.1 Quality Gate and Bug Bars – /);
    assert.match(
      explained('品質ゲートもバグバーも存在しない[3.1.1]', 'ja'),
      /aria-describedby[^>]*>品質ゲート<\/span>.*aria-describedby[^>]*>バグバー<\/span>/,
    );
  });

  it('marks what is looked for, also across references and terms, and counts it once', () => {
    const html = render(
      <GlossaryContext.Provider value={sheets.en.glossary}>
        <QueryContext.Provider value={queryOf('bug bar EXISTS')}>
          <Description text={'The bug-bar exists. A bug bar\nexists.'} t={translator('en')} />
        </QueryContext.Provider>
      </GlossaryContext.Provider>,
    );
    assert.equal(html.match(/data-found/g)?.length, 2);
    assert.match(html, /<mark data-found>bug-bar exists<\/mark>/);
    assert.match(html, /role="button"[^>]*><mark data-found>bug bar<\/mark><\/span>.*<mark>\nexists<\/mark>\./s);
  });
});

describe('the method', () => {
  it('gives every step of the sheet', () => {
    const html = render(<Method sheet={sheets.ja} t={translator('ja')} open />);
    assert.equal(html.match(/<li>/g)?.length, sheets.ja.method.length);
  });
});
