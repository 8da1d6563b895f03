import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../table/index.ts';
import { networkFrom, nodesFrom } from './edge-list.ts';
import type { Network } from './network.ts';
import { networkFromXml } from './read-xml.ts';
import { anyNetwork } from './testing.ts';
import { gexfText, graphmlText } from './written-xml.ts';
import { edgeRows, nodeRows } from './written-csv.ts';

const named = fc.record({
  network: anyNetwork,
  labels: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 7, maxLength: 7 }),
  sizes: fc.array(fc.integer(), { minLength: 7, maxLength: 7 }),
});

function dressed({
  network,
  labels,
  sizes,
}: typeof named extends fc.Arbitrary<infer T> ? T : never): Network {
  const nodes = network.nodes.map((node, at) => ({
    ...node,
    label: labels[at]?.trim() || node.id,
    attributes: { 'a "name" & <sign>': `=${labels[at]?.trim()}`, size: sizes[at] ?? 0 },
  }));
  return { ...network, nodes };
}

describe('[GR-20] what is written and read again is the same network', () => {
  test.each([
    ['GEXF', gexfText],
    ['GraphML', graphmlText],
  ] as const)('as %s', (_name, write) => {
    fc.assert(
      fc.property(named, (parts) => {
        const network = dressed(parts);
        const read = networkFromXml(write(network));
        expect(read).toEqual({ ok: true, value: { network, notices: [] } });
      }),
    );
  });

  test('as CSV', () => {
    fc.assert(
      fc.property(named, (parts) => {
        const network = dressed(parts);
        const nodes = nodesFrom(csvText(nodeRows(network), { guard: false }));
        if (!nodes.ok) throw new Error(JSON.stringify(nodes.problems));
        const read = networkFrom(
          csvText(edgeRows(network), { guard: false }),
          nodes.value,
          network.directed,
        );
        expect(read).toEqual({ ok: true, value: network });
      }),
    );
  });
});

const gexf = (inside: string, type = 'undirected') =>
  `<?xml version="1.0"?>\n<!-- made by hand -->\n<gexf xmlns:viz="http://gexf.net/viz"><graph defaultedgetype="${type}">${inside}</graph></gexf>`;
const codes = (text: string) => {
  const read = networkFromXml(text);
  return read.ok
    ? read.value.notices.map(({ code }) => code)
    : read.problems.map(({ code }) => code);
};

describe('a file by others', () => {
  test('is read with its attributes, colours left alone', () => {
    const read = networkFromXml(
      gexf(
        `<attributes class="node"><attribute id="s" title="sector" type="string"/><attribute id="n" title="staff" type="integer"/></attributes>
         <nodes><node id="a" label="Ash &amp; Elm"><attvalues><attvalue for="s" value="ngo"/><attvalue for="n" value="12"/></attvalues><viz:color r="1" g="2" b="3"/></node><node id="b"/></nodes>
         <edges><edge id="0" source="a" target="b"/></edges>`,
        'directed',
      ),
    );
    expect(read).toEqual({
      ok: true,
      value: {
        notices: [],
        network: {
          directed: true,
          nodes: [
            { id: 'a', label: 'Ash & Elm', attributes: { sector: 'ngo', staff: 12 } },
            { id: 'b', label: 'b', attributes: {} },
          ],
          ties: [{ source: 'a', target: 'b', weight: 1 }],
        },
      },
    });
  });

  test('[GR-21] names what it had beside the network', () => {
    const text = gexf(
      '<nodes><node id="a"><nodes><node id="inner"/></nodes><spells><spell start="1"/></spells></node><node id="b"/></nodes><edges><edge source="a" target="b" type="directed"/></edges>',
    );
    expect(codes(text)).toEqual(['direction-mixed', 'not-read', 'not-read']);
  });

  test('says every problem with its line', () => {
    const read = networkFromXml(
      gexf(
        '\n<nodes><node id="a"/>\n<node id="a"/></nodes><edges>\n<edge source="a" target="x" weight="-2"/></edges>',
      ),
    );
    expect(read.ok ? [] : read.problems.map(({ code, where }) => [code, where?.row])).toEqual([
      ['node-repeated', 5],
      ['node-unknown', 6],
      ['weight-not-positive', 6],
    ]);
  });
});

describe('[GR-21] nothing is looked up, nothing expands', () => {
  test.each([
    ['xml-doctype', '<!DOCTYPE gexf [<!ENTITY a "aaaa">]><gexf/>'],
    ['xml-doctype', '<!DOCTYPE gexf SYSTEM "file:///etc/passwd"><gexf/>'],
    ['xml-entity', '<gexf><graph>&a;</graph></gexf>'],
    ['xml-entity', '<gexf x="&#x110000;"/>'],
    ['xml-too-deep', `<gexf>${'<a>'.repeat(200)}`],
    ['xml-broken', '<gexf><graph></gexf>'],
    ['xml-broken', '<gexf'],
    ['xml-broken', '<gexf/><gexf/>'],
    ['xml-broken', 'nothing of the kind'],
    ['xml-broken', ''],
    ['not-a-network', '<svg/>'],
    ['graph-missing', '<graphml/>'],
  ])('%s', (code, text) => {
    expect(codes(text)).toEqual([code]);
  });

  test('any text is answered, and in time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', 'a', '/', '>', '=', '"', '&', ' ', '<gexf', '<!--', ']]>')),
        (parts) => {
          expect(networkFromXml(parts.join(''))).toHaveProperty('ok');
        },
      ),
    );
    const start = performance.now();
    networkFromXml(`<gexf ${' a="b"'.repeat(100_000)}${'<'.repeat(100_000)}`);
    networkFromXml(`<gexf>${'&'.repeat(300_000)}`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
