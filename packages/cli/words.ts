import type { Problem } from '@freehold/core/problem';

/** One problem as a sentence: where it is, what it is, and its values. */
export function sentence({ code, where = {}, details = {} }: Problem): string {
  const place = [
    where.file,
    where.sheet && `sheet ${where.sheet}`,
    where.row !== undefined && `row ${where.row}`,
    where.column && `column ${where.column}`,
    where.path && `at ${where.path}`,
  ].filter((part) => part !== false && part !== undefined && part !== '');
  const say = sentences[code];
  const what = say ? say(details) : `${code.replaceAll('-', ' ')}${values(details)}`;
  return place.length > 0 ? `${place.join(', ')}: ${what}` : what;
}

type Details = NonNullable<Problem['details']>;

const sentences: Record<string, (details: Details) => string> = {
  'unknown-command': ({ asked }) => `there is no command "${String(asked)}"; see freehold --help`,
  'wrong-use': ({ note }) => String(note),
  'budget-not-valid': ({ budget }) =>
    `--budget ${String(budget)} is no budget: give ε and δ of all releases together, as --budget 4,1e-5, and --approvals 1 or 2`,
  'ledger-missing': ({ file }) =>
    `there is no ledger ${String(file)} yet; begin one with --budget E,D (ε and δ of all releases of these records together)`,
  'ledger-other-data': ({ file }) =>
    `the ledger ${String(file)} was begun for other records; name the right one, or say --updated-data if these are the same people's records, brought up to date`,
  'ledger-in-use': ({ lock }) =>
    `another run is charging this ledger; wait for it, or delete ${String(lock)} if none is running`,
  'values-not-declared': () =>
    'declare the values of this column in a codebook: with several values to a cell its headings would tell which occur',
  'columns-over-limit': ({ columns, most }) =>
    `there are ${String(columns)} columns, and at most ${String(most)} can be counted with noise; leave some out in the codebook`,
  'format-unknown': ({ file }) =>
    `${String(file)} does not end in .json, .kumu.json, .txt, .mmd or .dot, so its format is not known`,
  'folder-in-use': ({ folder, process }) =>
    `the folder ${String(folder)} is in use by another Freehold (process ${String(process)}); stop it first, or set FREEHOLD_DATA to another folder`,
  'folder-not-writable': ({ folder, because }) =>
    `the folder ${String(folder)} cannot be written (${String(because)}); free some space, give write access, or set FREEHOLD_DATA to another folder`,
  'audit-row-changed': ({ seq, at }) =>
    `row ${String(seq)} of the audit, from ${String(at)}, has been changed`,
  'audit-row-missing': ({ after, found }) =>
    `after row ${String(after)} of the audit comes row ${String(found)}: a row was taken out, put in or moved`,
  'port-in-use': ({ port }) =>
    `port ${String(port)} is taken by another program; choose another with PORT=${Number(port) + 1}`,
  'database-unreachable': ({ because }) =>
    `the PostgreSQL server of DATABASE_URL does not answer: ${String(because)}`,
  'database-too-old': ({ version }) =>
    `PostgreSQL 15 or newer is needed, and this server says ${String(version)}`,
  'database-too-new': ({ migrations }) =>
    `this database was changed by a newer Freehold (${all(migrations)}); start that one, or restore a backup from before`,
  'database-not-opened': ({ folder, because }) =>
    `the database in ${String(folder)} could not be opened (${String(because)}); put back its newest dump as docs/operations.md tells`,
  'disk-full': ({ folder }) =>
    `there is no room left on the disk of ${String(folder)}; free some space and start again`,
  'dumps-not-private': ({ folder }) =>
    `no dump is written: ${String(folder)} cannot be closed to other accounts; keep FREEHOLD_DATA on a disk that has owners and rights`,
  'dump-failed': ({ folder, because }) =>
    `the dump could not be written to ${String(folder)} (${String(because)}), and nothing was changed; free some space`,
  'role-above-walls': ({ role }) =>
    `the database role ${String(role)} is not bound by row-level security; log in as an ordinary owner: alter role ${String(role)} nosuperuser nobypassrls`,
  'table-without-wall': ({ table }) =>
    `the table ${String(table)} is not guarded by row-level security; put back the newest backup and tell the maintainers`,
  'clock-apart': ({ seconds }) =>
    `this machine's clock and the database server's are ${String(seconds)} seconds apart; set both by NTP`,
  'clock-behind': ({ seconds }) =>
    `this machine's clock lies ${String(seconds)} seconds before the newest row of the audit; set it by NTP`,
  'tls-missing': ({ address }) =>
    `others reach ${String(address)} without TLS, so that cookies are not Secure; put a proxy with TLS in front and set FREEHOLD_URL to its https address`,
  'example-open': () =>
    'the made-up example can be entered by anybody with one click; set FREEHOLD_EXAMPLE=off',
  'proxy-not-told': () =>
    'everybody seems to come from the proxy’s address; set FREEHOLD_PROXY=on when a proxy of yours stands in front, and only then',
  'mail-in-folder': () =>
    'mail is kept in the data folder and sent to nobody; set FREEHOLD_SMTP=smtps://user:password@host and FREEHOLD_MAIL_FROM',
  'folder-open': ({ folder, mode }) =>
    `${String(folder)} can be opened by other accounts (mode ${String(mode)}); run chmod 700 ${String(folder)}`,
  'dump-old': ({ hours }) =>
    `no dump has been made for ${hours === null ? 'two days' : `${String(hours)} hours`}; the log says why`,
  'backup-old': ({ days }) =>
    `${days === null ? 'no backup has been made yet' : `the newest backup is ${String(days)} days old`}; run freehold backup FILE, best by a timer`,
  'backup-running': () => 'a backup is being made already; wait until it is done',
  'nothing-to-back-up': () => 'Freehold has never been started here; there is nothing to back up',
  'file-exists': ({ file }) => `${String(file)} is there already; choose another name`,
  'passphrase-needed': () =>
    'a passphrase is needed: set FREEHOLD_PASSPHRASE, or give --passphrase-file FILE',
  'passphrase-too-short': ({ least }) =>
    `the passphrase needs at least ${String(least)} characters; four or five words chosen by chance are good`,
  'passphrases-differ': () => 'the two passphrases are not the same; nothing was done',
  'wrong-passphrase': ({ file }) =>
    `the passphrase does not open ${String(file)}; nothing was changed`,
  'not-a-backup': ({ file }) => `${String(file)} is no backup of Freehold; nothing was changed`,
  'backup-damaged': ({ file, part }) =>
    `the backup is cut off or changed${file === undefined ? '' : ` (${String(file)})`}${part === undefined ? '' : `, at ${String(part)}`}; nothing was changed; take another one`,
  'backup-too-new': () =>
    'this backup was made by a newer Freehold; bring this one up to date first; nothing was changed',
  'place-too-new': () =>
    'the database here was already brought to a newer form than the backup has; choose a new folder or a new database; nothing was changed',
  'not-empty': (found) =>
    `a backup goes only where Freehold was never started, and here is${values(found)}; choose a new folder with FREEHOLD_DATA, or a new database; nothing was changed`,
  'option-needed': ({ option }) => `${String(option)} is needed`,
  'file-unreadable': ({ file, because }) =>
    because === 'EISDIR'
      ? `${String(file)} cannot be read: it is a folder; name a file in it`
      : `${String(file)} cannot be read (${String(because)})${because === 'ENOENT' ? '; there is no such file, so look at its name and folder' : ''}`,
  'file-not-written': ({ file, because }) =>
    `${String(file)} could not be written (${String(because)})`,
  'not-json': () => 'this is no JSON',
  'wrong-type': ({ expected }) => `this must be ${String(expected)}`,
  'unknown-field': ({ fields }) => `there is no field ${all(fields)} here`,
  'too-small': ({ least, of }) => `there must be at least ${size(least, of)}`,
  'too-big': ({ most, of }) => `there must be at most ${size(most, of)}`,
  'not-valid': ({ note }) => String(note),
  'five-or-none': () => 'there must be five anchors, for 0 to 4, or none',
  'four-or-none': () => 'there must be four bands, or none',
  'seed-out-of-range': ({ found }) =>
    `--seed must be a whole number from 0 to 4294967295, not ${String(found)}`,
  'unknown-profile': ({ profile, known }) =>
    `the framework has no profile ${String(profile)}; it has ${all(known)}`,
  'place-needed': ({ places }) =>
    `the observations are for several places; choose one with --place: ${all(places)}`,
  'unknown-place': ({ place, places }) =>
    `there is no observation for the place ${String(place)}; there are ${all(places)}`,
  'not-one-of': ({ found, allowed }) =>
    `${found === undefined ? 'the value' : `"${String(found)}"`} is none of ${all(allowed)}`,
  'column-missing': () => 'this column is missing',
  'column-repeated': () => 'this column comes twice',
  'missing-value': () => 'the cell is empty',
  'ragged-row': () => 'the row has more or fewer cells than the header',
  'unknown-indicator': ({ indicator }) =>
    `the framework, or the profile chosen, has no indicator ${String(indicator)}`,
  'rated-twice': ({ rater, indicator, first }) =>
    `${String(rater)} has already rated ${String(indicator)} in row ${String(first)}`,
  'two-agencies': ({ rater, agency, first }) =>
    `${String(rater)} speaks for ${String(agency)} in row ${String(first)}; a rater speaks for one agency`,
  'observed-twice': ({ first }) => `row ${String(first)} has the same indicator, place and period`,
  'period-unclear': ({ found }) =>
    `"${String(found)}" is no period; write 2023, 2023-04, 2023-Q2, 2022/23 or 2023-04-30`,
  'not-a-number': ({ found, text }) => `"${String(found ?? text)}" is no number`,
  'too-long': ({ most }) => `the text is longer than ${String(most)} characters`,
  'no-areas': ({ codes, names }) =>
    `no area is found in this; it must be GeoJSON or TopoJSON with a property ${all(codes)} or ${all(names)}`,
  'no-rows': () => 'the file has no rows: it is empty; name the one that holds the data',
  'no-records': () =>
    'the file has a header and no row that could be read; name the one that holds the records, or mend its rows',
  'text-after-quote': () => 'there is text after a closing quotation mark',
  'quote-not-closed': () => 'a quotation mark is opened and never closed',
  'nul-character': () =>
    'the cell holds NUL, which no text has; save the file again as CSV in UTF-8',
  'cell-too-long': ({ most }) =>
    `the cell is longer than ${String(most)} characters; look for a quotation mark that is not closed before it`,
  'row-too-long': ({ most }) =>
    `the row is longer than ${String(most)} characters; look for a quotation mark that is not closed, or for missing line ends`,
  'too-many-columns': ({ most }) =>
    `the row has more than ${String(most)} columns; export only those that are needed, a row for each record`,
  'place-missing': () => 'the row names no place',
  'place-unknown': ({ text, type }) =>
    `there is no ${type === null ? 'place' : String(type)} ${String(text)}; import it first, or give an alias in the mapping`,
  'place-ambiguous': ({ text }) => `"${String(text)}" could be several places; use codes instead`,
  'place-code-missing': ({ name }) => `${String(name)} has no code`,
  'place-code-not-valid': ({ text }) =>
    `"${String(text)}" is no code; letters, digits and hyphens make one`,
  'place-name-missing': ({ code }) => `${String(code)} has no name`,
  'place-name-too-long': ({ most }) => `the name is longer than ${String(most)} characters`,
  'place-name-not-valid': ({ code }) =>
    `the name of ${String(code)} holds a character that no name has`,
  'place-name-differs': ({ code, first, here }) =>
    `${String(code)} is called "${String(first)}" further up and "${String(here)}" here`,
  'place-repeated': ({ code, firstRow }) =>
    `${String(code)} is already in number ${String(firstRow)}`,
  'period-unreadable': ({ text }) =>
    `"${String(text)}" is no period; write 2023, 2023-04, 2023-Q2, 2022/23 or 2023-04-30`,
  'year-unreadable': ({ text }) => `"${String(text)}" is no year`,
  'population-not-whole': ({ text }) => `"${String(text)}" is no whole number of people`,
  'population-repeated': ({ firstRow, year }) =>
    `row ${String(firstRow)} has this place in ${String(year)} already`,
  'missing-in-sum': () => 'a cell that is to be added up is empty; missing is not zero',
  'sum-incomplete': ({ measure, period }) =>
    `the sum of ${String(measure)} for ${String(period)} lacks a refused row and is left out`,
  'observation-repeated': ({ firstRow }) =>
    `row ${String(firstRow)} has the same place, period and measure`,
  'out-of-range': ({ value, least, most }) =>
    `${String(value)} is not ${most === null ? `${String(least)} or more` : `from ${String(least)} to ${String(most)}`}`,
  'interval-off': ({ low, value, high }) =>
    `${String(value)} is not between ${String(low)} and ${String(high)}`,
  'note-too-long': ({ most }) => `the note is longer than ${String(most)} characters`,
  'not-geojson': () => 'this is no GeoJSON FeatureCollection',
  'not-a-feature': () => 'this is no GeoJSON feature',
  'geometry-not-an-area': () => 'the geometry is neither Polygon nor MultiPolygon',
  'coordinates-not-valid': () => 'the coordinates are not lists of longitude and latitude',
  'coordinates-out-of-range': () =>
    'the coordinates are not degrees of longitude and latitude; convert the file to WGS 84',
  'ring-not-closed': () => 'a ring does not end where it begins, or has fewer than four corners',
  'measure-differs': ({ measure, fields }) =>
    `the measure ${String(measure)} is kept with another ${all(fields)}; give the mapping's measure another code`,
  'more-problems': ({ more }) =>
    `${String(more)} more problems; all are in the job's file in the application`,
  'partnership-unknown': ({ named, known }) =>
    `there is no partnership ${String(named)}; there is ${all(known)}`,
  'partnership-ambiguous': ({ named, ids }) =>
    `several partnerships are called ${String(named)}; name one by its id: ${all(ids)}`,
  'our-fault': ({ reference }) => `our fault (reference ${String(reference)}); nothing was kept`,
  'column-unclear': ({ like }) =>
    `several columns could be meant (${all(like)}); rename the one that counts to the plain name`,
  'more-than-all': ({ numerator, denominator }) =>
    `${String(numerator)} of ${String(denominator)} cannot be: a part is never greater than its whole`,
  'counted-among-nobody': ({ numerator }) =>
    `${String(numerator)} cannot have been counted among nobody: the denominator is 0`,
  'nobody-in-stratum': () => 'a band without anybody in it has no rate: its population is 0',
  'age-band-unknown': ({ band, standard }) =>
    `"${String(band)}" does not fit the bands of ${String(standard)}, which are of five years up to 90+`,
  'stratum-repeated': ({ value, first }) =>
    `row ${String(first)} of the same group has ${String(value)} already`,
  'option-out-of-range': ({ option, limit }) =>
    `${String(option)} must be a number over 0${limit === null ? '' : ` and under ${String(limit)}`}`,
  'node-repeated': ({ id, first }) => `${String(id)} is already in row ${String(first)}`,
  'node-unknown': ({ id }) =>
    `the list of nodes has no "${String(id)}"; add it there, or mend the spelling`,
  'weight-not-positive': ({ found }) =>
    `"${String(found)}" is no weight; write a number over 0, or leave the cell empty for 1`,
  'no-ratings': () => 'there are no ratings',
  'repeated-code': ({ name, first }) => `${String(name)} is already used at ${String(first)}`,
  'scale-out-of-order': ({ value, expected }) =>
    `the scale runs 0, 1, 2, 3, 4: ${String(expected)} is expected, not ${String(value)}`,
  'unknown-source': ({ tag }) => `${String(tag)} is not in the list of sources`,
  'title-missing': () => 'the record has no title and is left out',
  'study-repeated': ({ first }) => `row ${String(first)} is the same study; this row is left out`,
  'cell-left-out': ({ field, found }) =>
    `"${String(found)}" cannot stand under ${String(field)} and is left out; the study is kept`,
  'record-unreadable': () =>
    'the record cannot be read and is left out; look for a brace or quote that is not closed',
  'record-too-large': ({ field }) =>
    `the record's ${String(field)} is longer than can be; the record is left out`,
  'outside-any-record': () => 'this text belongs to no record',
  'file-kind-unknown': ({ file, known }) =>
    `${String(file)} is of no kind that can be read; its name should end in one of ${all(known)}`,
  'study-unknown': ({ study }) => `there is no study ${String(study)} in the register`,
  'no-indicators': () => 'there is no indicator: a row of level 1 and type Indicator is needed',
  'unknown-parent': ({ parent }) => `there is no row ${String(parent)} for this one to be part of`,
  'own-ancestor': ({ code, parent }) =>
    `${String(code)} is part of itself by way of ${String(parent)}; a tree has no loops`,
  'wrong-level': ({ code, level, parent, parentLevel }) =>
    `${String(code)} is of level ${String(level)} and its parent ${String(parent)} of level ${String(parentLevel)}; the parent's should be one more`,
  'node-without-parent': ({ code, level }) =>
    `${String(code)} of level ${String(level)} is part of nothing above it`,
  'node-without-children': ({ code }) => `nothing is part of ${String(code)}`,
  'type-and-level-differ': ({ type, level }) =>
    `a row of type ${String(type)} cannot be of level ${String(level)}: indicators are of level 1, aggregates above`,
  'cell-not-valid': ({ field, found }) => `"${String(found)}" cannot stand under ${String(field)}`,
  'unit-missing': () => 'the row names no unit',
  'target-missing': ({ indicator }) => `${String(indicator)} has no target in the metadata`,
  'goalposts-missing': ({ indicator }) =>
    `${String(indicator)} has no goalposts in the metadata (goalpost_lower, goalpost_upper)`,
  'unit-unknown': ({ indicator }) =>
    `the unit to compare ${String(indicator)} with is not in the data`,
  'ends-do-not-rise': ({ indicator }) =>
    `the two ends of the scale of ${String(indicator)} are the same, or the lower lies over the upper`,
  'greatest-not-positive': ({ indicator }) =>
    `the greatest value of ${String(indicator)} is not over 0, so no share of it can be taken; normalise otherwise`,
  'reference-missing': ({ indicator }) =>
    `the unit to compare with has no value of ${String(indicator)}`,
  'not-positive': ({ node, child, unit, value }) =>
    `${String(node)} has no such mean: ${String(child)} of ${String(unit)} is ${String(value)}, and it needs values over 0; normalise to a range above 0, such as 1,100`,
  notice: ({ notice }) => String(notice),
  stopped: () => 'it was stopped before it was done',
  'index-node-unknown': ({ node }) => `the metadata have no node ${String(node)}`,
  'period-missing': () => 'the row names no period',
  'period-repeated': ({ period }) => `the period ${String(period)} comes twice`,
  'period-unknown': ({ period }) =>
    `the data have no period ${String(period)} to take the scale from`,
  'no-periods': () => 'the data have no period',
  'ranks-have-no-base': ({ period }) =>
    `ranks of ${String(period)} cannot be set on the scale of another period; normalise by min-max, z-scores or goalposts`,
  'below-base': ({ indicator, unit, period }) =>
    `${String(indicator)} of ${String(unit)} in ${String(period)} lies so far below the base that it has no logarithm or power; take all periods as the base, or treat it otherwise`,
  'part-changed': ({ part }) =>
    `${String(part)} is not what it was when the bundle was made: its digest does not fit`,
  'result-differs': ({ part, was, now }) =>
    `${String(part)} came out otherwise: "${String(was)}" in the bundle, "${String(now)}" now`,
  'too-few-methods': ({ named, needed }) =>
    `${String(named)} ways of aggregating are named and there are ${String(needed)} levels above the indicators; name one, or one for each`,
  'column-unnamed': () => 'the column has no name in the header',
  'column-not-in-codebook': () =>
    'the codebook does not say what this column is; add it, if only as left-out',
  'value-not-declared': () =>
    'the codebook does not declare this value; declare it, or mend the cell',
  'not-a-date': () => 'the cell is no date of one band; write 2023-04-30',
  'subject-missing': () => 'the row does not say whose record it is',
  'subject-differs': () =>
    'an earlier row of the same subject says otherwise; make the column multi-value, or mend the rows',
  'no-columns': () => 'every column is left out',
  'too-many-values': ({ most }) =>
    `the table has more than ${String(most)} different values, most of them here; leave the column out, or band it`,
  'rows-rejected': ({ rejected }) =>
    `${String(rejected)} rows have problems and nothing was counted; mend them, or leave them out with --accept-rejected`,
  'problems-not-said': ({ problems }) =>
    `there are ${String(problems)} problems; the first are above`,
  'number-expected': () =>
    'the codebook says that this column holds numbers, and this cell holds none',
  'count-too-large': ({ combinations, bytes, seconds, mostBytes, mostSeconds }) =>
    `about ${String(combinations)} combinations would take ${mebibytes(bytes)} MiB and ${String(seconds)} seconds, and ${mebibytes(mostBytes)} MiB and ${String(mostSeconds)} seconds are allowed; count shorter combinations, leave columns out, band wide ones, or allow more with --memory`,
  'method-unknown': ({ method, known }) =>
    `there is no way "${String(method)}" to make records: say ${String(known)}`,
  'folder-not-empty': ({ folder }) =>
    `${String(folder)} has files in it already; name a new folder, so that no release is written over`,
  'too-many-combinations': ({ bytes, mostBytes }) =>
    `laying the combinations out would take ${mebibytes(bytes)} MiB, and ${mebibytes(mostBytes)} MiB are allowed; take a smaller --length, leave columns out, or band wide ones`,
  'manifest-foreign': () =>
    "this is no manifest of a release; name the folder that holds the release's files",
  'earlier-has-noise': () =>
    'the earlier release has noise, and nothing exact can be worked out from it; its ledger adds up what it told, and there is nothing to compare',
  'earlier-other-columns': ({ columns }) =>
    `the earlier release has none of these columns (it has ${all(columns)}): it is of another register`,
  'count-below-k': ({ count, k }) =>
    `a count of ${String(count)} is under ${String(k)}: these are no protected counts, and should not be out of the house`,
  'count-not-rounded': ({ count, k }) =>
    `a count of ${String(count)} is no multiple of ${String(k)}: the manifest is of another release, or these are no protected counts`,
  'count-not-whole': () => 'the row has other than one whole count',
  'combination-unreadable': () => 'this is no combination: column=value pairs joined by " & "',
  'combination-length': ({ most }) =>
    `the combination has another length than it says, or more than ${String(most)} values`,
  'combination-twice': () => 'the combination stands twice in the file',
  'column-not-released': ({ name }) =>
    `the manifest beside these counts has no column "${String(name)}": it is of another release`,
  'cell-is-formula': () => 'a spreadsheet would run this cell; no release holds such a one',
  'row-unreadable': () => 'the row cannot be read',
  'not-counts': () => 'this is no file of counts: its header is length,combination,count',
  'secret-unknown': ({ column, known }) =>
    `there is no column "${String(column)}" to be inferred: say one of ${String(known)}`,
  'columns-differ': ({ missing, extra }) =>
    `the two tables have different columns: not here ${String(missing) || 'none'}; only here ${String(extra) || 'none'}`,
  'engine-unknown': ({ name }) =>
    `there is no engine "${String(name)}": say local, or clickhouse://host:port/database`,
  'engine-address': () =>
    'the address should be clickhouse://user:password@host:port,host:port/database?cluster=name, and database and cluster plain names',
  'engine-failed': ({ because }) =>
    `the cluster did not answer for every row (${String(because)}), and nothing was written; see that all its servers run`,
  'option-unknown': ({ option, asked, known }) =>
    `${String(option)} ${String(asked)} is none of ${all(known)}`,
  'budget-spent': ({ asked, spent, budget }) =>
    `this would take the data set past its budget: ε ${String(spent)} of ${String(budget)} is spent, and this asks for ${String(asked)} by itself; ask for less, or publish nothing more of it`,
  'approvals-missing': ({ needed, given, at }) =>
    `${at === undefined ? 'the charge' : `line ${String(at)}`} needs ${String(needed)} different people to approve it and has ${String(given)}`,
  'ledger-line-changed': ({ at }) =>
    `line ${String(at)} was changed after it was written, or what stands before it was`,
  'ledger-line-missing': ({ at, found }) =>
    `line ${String(found)} stands where line ${String(at)} should: a line was taken out, put in or moved`,
  'ledger-line-cut-off': ({ hash }) =>
    `no line has the hash ${String(hash)}: it was cut off or changed, or belongs to another ledger`,
  'ledger-overdrawn': ({ spent, budget }) =>
    `the lines together come to ε ${String(spent)}, past the budget of ${String(budget)}; no release of this data set keeps its promise any more`,
  'release-not-charged': ({ folder }) =>
    `no line of a ledger paid for what is in ${String(folder)}: make it again with --ledger`,
  'ledger-other-release': ({ folder }) =>
    `what is in ${String(folder)} was charged to another ledger; name that one`,
  'line-not-drawn': ({ line }) =>
    `nothing was drawn for line ${String(line)} of the ledger, so there is nothing that could leave`,
  'line-leaves-already': ({ line }) => `what line ${String(line)} drew may leave already`,
  'line-stays': ({ line }) =>
    `line ${String(line)} was charged as a preview or for tuning, and what it drew stays in the house; say freehold release publish to let it leave`,
  'ledger-line-lets-nothing': ({ at, line }) =>
    `line ${String(at)} lets leave what line ${String(line)} drew, and cannot: there is no such line before it, or it costs something itself`,
  'ledger-torn': () =>
    'this is no JSON to its end: a ledger that was torn off while it was written, or another file; take its newest copy, and never a new ledger in its place',
  'ledger-foreign': () => 'this is no ledger of releases',
  'ledger-newer': ({ format }) =>
    `this ledger is of the kind ${String(format)}, which a newer Freehold wrote; use that one`,
  'option-not-whole': ({ option, least, most }) =>
    `${String(option)} must be a whole number from ${String(least)} to ${String(most)}`,
  'places-too-large': ({ bytes, most }) =>
    `the file has ${mebibytes(bytes)} MiB, and at most ${mebibytes(most)} are read; take coarser outlines`,
  'places-too-many': ({ rows, most }) =>
    `the file has ${String(rows)} places, and at most ${String(most)} are read`,
  'places-none': () => 'there is no place in the file',
  'places-unnamed': ({ fields }) =>
    `which of these names the places is not known: ${all(fields)}; say it with --places-name`,
  'places-without-degrees': ({ fields }) =>
    `no columns of latitude and longitude are found among ${all(fields)}; call them latitude and longitude`,
  'places-rejected': ({ rejected }) =>
    `${String(rejected)} ${rejected === 1 ? 'row' : 'rows'} of places cannot be placed and nothing was made; mend them, or leave them out with --accept-rejected`,
  'places-without-page': ({ kind }) =>
    `a ${String(kind)} has no page and so no map; say --places when freehold release publish lets it leave`,
  'place-unnamed': () => 'the place has no name',
  'place-name-unwritable': () => 'the name holds characters that no name has',
  'coordinates-missing': () => 'the latitude or longitude is missing',
  'coordinate-unreadable': () => 'this is no number of degrees; write 53.96 or -1.08',
  'geometry-not-a-place': () => 'this is neither a point nor an area',
  'bands-do-not-rise': () => 'each band must be greater than the one before',
};

function size(limit: Details[string] | undefined, of: Details[string] | undefined): string {
  const what = { string: ' characters', array: ' entries' }[String(of)] ?? '';
  return `${String(limit)}${what}`;
}

function mebibytes(bytes: Details[string] | undefined): string {
  return String(Math.ceil(Number(bytes) / 2 ** 20));
}

function all(values: Details[string] | undefined): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}

function values(details: Details): string {
  const shown = Object.entries(details).map(([key, value]) => `${key} ${String(value)}`);
  return shown.length > 0 ? ` (${shown.join(', ')})` : '';
}
