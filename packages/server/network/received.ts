import { networkFrom, networkFromXml, nodesFrom, type Network } from '@freehold/core/graph';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { z } from 'zod';
import { decoded, encodingOf } from '../data/decode.ts';
import { uploadOf, type Upload } from '../data/upload.ts';
import type { Work } from '../database/within.ts';
import type { House } from '../http/house.ts';
import { plain } from '../http/plain.ts';
import type { Format, Received } from './shapes.ts';

/** What may be looked at on one page and in one answer. */
export const mostNodes = 20_000;
export const mostTies = 100_000;
const mostBytes = 16 * 1024 * 1024;
const longest = 300;
const mostAttributes = 60;

export type Read = {
  readonly format: z.infer<typeof Format>;
  readonly title: string;
  readonly network: Network;
  readonly notices: readonly Problem[];
};

type Files = { readonly file: Upload; readonly nodes: Upload | null };

/** The files that a request names; null where one is not the partnership's. */
export async function filesOf(
  tx: Work,
  { file, nodes }: z.infer<typeof Received>,
): Promise<Files | null> {
  const found = await uploadOf(tx, file);
  const also = nodes === null ? null : await uploadOf(tx, nodes);
  return found === null || (nodes !== null && also === null) ? null : { file: found, nodes: also };
}

/**
 * Reads a network from what was sent: GEXF or GraphML by its first sign, else an edge list with, where it was sent, a
 * list of nodes. All problems at once; also `too-large`, `network-too-big`, `too-long`, `too-many-attributes`.
 */
export async function read(
  { ports }: Pick<House, 'ports'>,
  { file, nodes }: Files,
  directed: boolean,
): Promise<Outcome<Read>> {
  if (file.size + (nodes?.size ?? 0) > mostBytes)
    return refused(problem('too-large', { mostBytes }));
  const text = await textOf(ports, file);
  const found = text.trimStart().startsWith('<')
    ? fromXml(text)
    : fromTables(text, nodes === null ? null : await textOf(ports, nodes), directed);
  if (!found.ok) return found;
  const unfit = unfitFor(found.value.network);
  return unfit.length > 0 ? refused(...unfit) : fine({ ...found.value, title: titleOf(file.name) });
}

function fromXml(text: string): Outcome<Omit<Read, 'title'>> {
  const found = networkFromXml(text);
  if (!found.ok) return found;
  const format = /<(?:\w+:)?graphml[\s>]/.test(text) ? 'graphml' : 'gexf';
  return fine({ format, ...found.value });
}

function fromTables(
  text: string,
  nodeText: string | null,
  directed: boolean,
): Outcome<Omit<Read, 'title'>> {
  const nodes = nodeText === null ? fine(null) : nodesFrom(nodeText);
  if (!nodes.ok) return refused(...nodes.problems.map((each) => inSheet(each, 'nodes')));
  const network = networkFrom(text, nodes.value, directed);
  return network.ok ? fine({ format: 'csv', network: network.value, notices: [] }) : network;
}

function inSheet(each: Problem, sheet: string): Problem {
  return { ...each, where: { sheet, ...each.where } };
}

function unfitFor({ nodes, ties }: Network): readonly Problem[] {
  const values = (each: Network['nodes'][number]) => Object.entries(each.attributes).flat();
  const long = nodes.filter((each) =>
    [each.id, each.label, ...values(each)].some((value) => String(value).length > longest),
  );
  const crowded = nodes.filter((each) => Object.keys(each.attributes).length > mostAttributes);
  return [
    ...(nodes.length > mostNodes || ties.length > mostTies
      ? [problem('network-too-big', { mostNodes, mostTies })]
      : []),
    ...long
      .slice(0, 20)
      .map(({ id }) => problem('too-long', { most: longest, id: id.slice(0, 60) })),
    ...(crowded.length > 0 ? [problem('too-many-attributes', { most: mostAttributes })] : []),
    ...(plain(z.unknown()).safeParse(nodes).success ? [] : [problem('nul-character')]),
  ];
}

function titleOf(name: string): string {
  return name.replace(/\.[^.]{1,8}$/, '').slice(0, 200) || name;
}

async function textOf({ files }: House['ports'], { storedAs }: Upload): Promise<string> {
  const open = () => files.open(storedAs);
  const encoding = await encodingOf(open);
  let text = '';
  for await (const piece of decoded(open(), encoding)) text += piece.text;
  return text;
}
