import { productOf } from '@freehold/core/diligence';
import { FigureFrame } from '../figure/index.ts';
import { count, number } from '../words.ts';
import type { Risk } from './calls.ts';
import { RiskGridPicture } from './risk-grid-picture.tsx';
import { cellsOf, steps } from './risk-cells.ts';
import { bandWords } from './words.ts';

/** Open risks by severity and likelihood, each as its number in the list that follows. */
export function RiskGrid({ risks }: { risks: readonly Risk[] }) {
  const numbers = new Map(risks.map(({ id }, at) => [id, at + 1]));
  const high = risks.filter(({ band }) => band === 'high').length;
  const unweighed = risks.filter(({ band }) => band === 'not-known').length;
  return (
    <FigureFrame
      finding={`${count(high, 'open risk is', 'open risks are')} high`}
      measure="Open risks by severity and likelihood, each from 1 to 5; a number is a risk of the list below"
      fileName="Supply-chain risks"
      table={{
        caption: 'Open risks, the most severe first',
        columns: [
          { title: 'Risk' },
          { title: 'Number', decimals: 0 },
          { title: 'Supplier' },
          { title: 'Severity', decimals: 1 },
          { title: 'Likelihood', decimals: 0 },
          { title: 'Product', decimals: 1 },
          { title: 'Band' },
        ],
        rows: risks.map((risk) => [
          ...[risk.title, numbers.get(risk.id) ?? null, risk.supplier?.name ?? ''],
          ...[risk.severity, risk.likelihood, productOf(risk), bandWords[risk.band]],
        ]),
      }}
      picture={<RiskGridPicture risks={risks} />}
      note={
        unweighed > 0 ? (
          <p className="small">
            {count(
              unweighed,
              'risk is not fully weighed and stands in no cell',
              'risks are not fully weighed and stand in no cell',
            )}
            : that is not low.
          </p>
        ) : undefined
      }
    >
      <table className="risk-matrix">
        <caption className="unseen">Risks by severity and likelihood</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="axis">Severity</span>
            </th>
            {steps.map((step) => (
              <th key={step} scope="col">
                <span className={step === 1 ? 'axis' : 'unseen'}>Likelihood </span>
                <span className="step">{step}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cellsOf(risks).map(({ severity, cells }) => (
            <tr key={severity}>
              <th scope="row">
                <span className="unseen">Severity </span>
                <span className="step">{severity}</span>
              </th>
              {cells.map(({ likelihood, band, here }) => (
                <td key={likelihood} className={`risk-${band}`}>
                  <span className="marks">
                    {here.map((risk) => (
                      <a key={risk.id} href={`#risk-${risk.id}`} className="mark">
                        {number(numbers.get(risk.id) ?? 0)}
                        <span className="unseen">: {risk.title}</span>
                      </a>
                    ))}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft risk-legend">
        Across: how likely. Upwards: how severe. Severity orders first.{' '}
        <span className="tag risk-low">Low</span> <span className="tag risk-medium">Medium</span>{' '}
        <span className="tag risk-high">High</span> (PROPOSED)
      </p>
    </FigureFrame>
  );
}
