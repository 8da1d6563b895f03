import { buttonClass } from '../parts/button.tsx';

/** The register to take along, in what other programs read. */
export function ExportLinks({ partnership }: { partnership: string }) {
  return (
    <>
      {formats.map(({ format, words }) => (
        <a
          key={format}
          className={buttonClass('quiet')}
          href={`/api/partnerships/${partnership}/sources.file?format=${format}`}
          download=""
        >
          {words}
        </a>
      ))}
    </>
  );
}

const formats = [
  { format: 'ris', words: 'RIS' },
  { format: 'bib', words: 'BibTeX' },
  { format: 'csv', words: 'CSV' },
  { format: 'xlsx', words: 'XLSX' },
  { format: 'json', words: 'JSON, with studies and claims' },
] as const;
