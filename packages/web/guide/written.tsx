import { Link } from '@tanstack/react-router';
import { lexer, type Token, type Tokens } from 'marked';
import type { ReactNode } from 'react';
import { Table } from '../parts/table.tsx';
import { anchorOf, linkOf } from './pages.ts';

const pictures = import.meta.glob<string>('../../../docs/pictures/*/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

type Of = { readonly tokens: readonly Token[]; readonly partnership: string };

/** A page in Markdown, apart from its title: the first heading. */
export function readPage(text: string): {
  readonly title: string;
  readonly body: readonly Token[];
} {
  const tokens = lexer(text);
  const [first] = tokens;
  return first !== undefined && isHeading(first)
    ? { title: first.text, body: tokens.slice(1) }
    : { title: '', body: tokens };
}

/** What the repository's pages are made of, as a page here; what they are not made of, such as HTML, is left out. */
export function Written({ tokens, partnership }: Of) {
  return tokens.map((token, at) => (
    <Piece key={at} token={token} caption={headingBefore(tokens, at)} partnership={partnership} />
  ));
}

function Piece({
  token,
  caption,
  partnership,
}: {
  token: Token;
  caption: string;
  partnership: string;
}): ReactNode {
  const piece = token as Tokens.Generic;
  const within = <Written tokens={piece.tokens ?? []} partnership={partnership} />;
  switch (token.type) {
    case 'heading': {
      const { depth, text } = token as Tokens.Heading;
      const Level = depth === 2 ? 'h2' : 'h3';
      return <Level id={anchorOf(text)}>{within}</Level>;
    }
    case 'paragraph':
      return <p>{within}</p>;
    case 'strong':
      return <strong>{within}</strong>;
    case 'em':
      return <em>{within}</em>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'code':
      return <pre>{(token as Tokens.Code).text}</pre>;
    case 'list':
      return <Listed list={token as Tokens.List} partnership={partnership} />;
    case 'link':
      return (
        <Linked href={(token as Tokens.Link).href} partnership={partnership}>
          {within}
        </Linked>
      );
    case 'image': {
      const { href, text } = token as Tokens.Image;
      return <img src={pictures[`../../../docs/${href}`]} alt={text} loading="lazy" />;
    }
    case 'table':
      return <Tabled table={token as Tokens.Table} caption={caption} partnership={partnership} />;
    case 'text':
      return piece.tokens === undefined ? (token as Tokens.Text).text : within;
    default:
      return null;
  }
}

function Listed({
  list: { ordered, items },
  partnership,
}: {
  list: Tokens.List;
  partnership: string;
}) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List>
      {items.map((item, at) => (
        <li key={at}>
          <Written tokens={item.tokens} partnership={partnership} />
        </li>
      ))}
    </List>
  );
}

function Linked({
  href,
  partnership,
  children,
}: {
  href: string;
  partnership: string;
  children: ReactNode;
}) {
  const link = linkOf(href);
  if (link === null) return children;
  if ('to' in link) return <a href={link.to}>{children}</a>;
  const { page, hash } = link;
  return (
    <Link to="/p/$partnership/guide/$page" params={{ partnership, page }} hash={hash}>
      {children}
    </Link>
  );
}

function Tabled({
  table: { header, rows },
  caption,
  partnership,
}: {
  table: Tokens.Table;
  caption: string;
  partnership: string;
}) {
  return (
    <Table
      caption={<span className="unseen">{caption}</span>}
      columns={header.map(({ text }, at) => ({
        ...{ title: text, heads: at === 0 },
        cell: (row: readonly Tokens.TableCell[]) => (
          <Written tokens={row[at]?.tokens ?? []} partnership={partnership} />
        ),
      }))}
      rows={rows}
      rowKey={(_, at) => String(at)}
      stacks
    />
  );
}

function headingBefore(tokens: readonly Token[], at: number): string {
  return tokens.slice(0, at).findLast(isHeading)?.text ?? '';
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}
