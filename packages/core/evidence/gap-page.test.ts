import { expect, test } from 'vitest';
import { usualRule } from './graded.ts';
import { mapStudy } from './gap-map.ts';
import { mapFrame } from './gap-map-view.ts';
import { gapPage, type MapPage } from './gap-page.ts';
import { Study } from './study.ts';

function pageOf(title: string): MapPage {
  const findings = [{ outcome: 'joy' }];
  const studies = [
    Study.parse({ id: 'a', title, interventions: ['song'], findings, note: 'our own words' }),
  ];
  const frame = mapFrame(studies, { types: [], pathways: [], outcomes: [] });
  return { frame, studies: studies.map(mapStudy), rule: usualRule, done: [] };
}

/** What stands in the element that holds the data, up to where a browser would end it. */
function held(html: string): string {
  return /<script type="application\/json" id="data">(.*?)<\/script/su.exec(html)?.[1] ?? '';
}

test('the page holds what it is drawn from, whatever a title says, and nothing else of a study', () => {
  const page = pageOf('</script><script>alert(1)</script> & "co" <!--');
  const html = gapPage(page, { title: 'A <b>map</b> & more', note: '"now"' });
  expect(JSON.parse(held(html))).toEqual(page);
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).toContain('<h1>A &lt;b&gt;map&lt;/b&gt; &amp; more</h1><p>&quot;now&quot;</p>');
  expect(html).not.toContain('our own words');
});

test('its policy lets nothing in from outside, and names script and style by their hashes', () => {
  const html = gapPage(pageOf('One'), { title: 'Map', note: '' });
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/]+=*'; style-src 'sha256-[\w+/]+=*'/,
  );
  expect(html).not.toMatch(/(?:src|href|url\()\s*=?\s*["']?https?:/);
  expect(html).not.toMatch(/\sstyle=|\son\w+=/);
});
