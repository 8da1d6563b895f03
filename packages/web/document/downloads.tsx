import { buttonClass } from '../parts/button.tsx';

/** A document in the forms that a board, a printer and an analyst need. `address` has no format yet. */
export function Downloads({ address }: { address: string }) {
  const joined = `${address}${address.includes('?') ? '&' : '?'}format=`;
  return (
    <div className="row">
      {forms.map(({ format, words, download }) => (
        <a
          key={format}
          className={buttonClass()}
          href={`${joined}${format}`}
          {...(download ? { download: '' } : { target: '_blank', rel: 'noopener' })}
        >
          {words}
        </a>
      ))}
    </div>
  );
}

const forms = [
  { format: 'html', words: 'Read or print', download: false },
  { format: 'docx', words: 'Word', download: true },
  { format: 'csv', words: 'CSV', download: true },
  { format: 'json', words: 'JSON', download: true },
] as const;
