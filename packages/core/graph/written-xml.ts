import type { Network } from './network.ts';
import { xmlText } from './xml.ts';

/** A network as GEXF 1.3, which Gephi reads. [GR-20] */
export function gexfText(network: Network): string {
  const names = attributeNames(network);
  const nodes = network.nodes.map(({ id, label, attributes }) => {
    const values = names.flatMap(({ name }, at) => {
      const value = attributes[name];
      return value === undefined
        ? []
        : [`<attvalue for="${at}" value="${xmlText(String(value))}"/>`];
    });
    return `<node id="${xmlText(id)}" label="${xmlText(label)}"><attvalues>${values.join('')}</attvalues></node>`;
  });
  const ties = network.ties.map(
    ({ source, target, weight }, at) =>
      `<edge id="${at}" source="${xmlText(source)}" target="${xmlText(target)}" weight="${weight}"/>`,
  );
  const known = names.map(
    ({ name, type }, at) => `<attribute id="${at}" title="${xmlText(name)}" type="${type}"/>`,
  );
  return lines(
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<graph defaultedgetype="${network.directed ? 'directed' : 'undirected'}">`,
    ...['<attributes class="node">', ...known, '</attributes>'],
    ...['<nodes>', ...nodes, '</nodes>', '<edges>', ...ties, '</edges>'],
    ...['</graph>', '</gexf>'],
  );
}

/** A network as GraphML, which NetworkX, igraph, yEd and Kumu's importers read. [GR-20] */
export function graphmlText(network: Network): string {
  const names = attributeNames(network);
  const key = (id: string, of: string, name: string, type: string) =>
    `<key id="${id}" for="${of}" attr.name="${xmlText(name)}" attr.type="${type}"/>`;
  const data = (id: string, value: string | number) =>
    `<data key="${id}">${xmlText(String(value))}</data>`;
  const nodes = network.nodes.map(({ id, label, attributes }) => {
    const values = names.flatMap(({ name }, at) => {
      const value = attributes[name];
      return value === undefined ? [] : [data(`a${at}`, value)];
    });
    return `<node id="${xmlText(id)}">${data('label', label)}${values.join('')}</node>`;
  });
  const ties = network.ties.map(
    ({ source, target, weight }) =>
      `<edge source="${xmlText(source)}" target="${xmlText(target)}">${data('weight', weight)}</edge>`,
  );
  return lines(
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    key('label', 'node', 'label', 'string'),
    ...names.map(({ name, type }, at) => key(`a${at}`, 'node', name, type)),
    key('weight', 'edge', 'weight', 'double'),
    `<graph edgedefault="${network.directed ? 'directed' : 'undirected'}">`,
    ...[...nodes, ...ties, '</graph>', '</graphml>'],
  );
}

/** Every attribute that some node has, by name; a number where no node has anything else. */
function attributeNames({ nodes }: Network) {
  const names = [...new Set(nodes.flatMap(({ attributes }) => Object.keys(attributes)))].toSorted();
  return names.map((name) => {
    const numeric = nodes.every(({ attributes }) => typeof (attributes[name] ?? 0) === 'number');
    return { name, type: numeric ? 'double' : 'string' } as const;
  });
}

function lines(...all: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all.join('\n')}\n`;
}
