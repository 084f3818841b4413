import type { JSX } from 'preact';
import type { FenceView } from '../../language/fence';
import { AreaList } from '../../views/AreaList';
import { Grid } from '../../views/Grid';
import { Plan } from '../../views/Plan';
import type { ViewProps } from '../../views/props';
import { Radar } from '../../views/Radar';
import { Summary } from '../../views/Summary';

interface Props extends ViewProps {
  readonly name: FenceView;
  /** Shown when the assessment has no subject. */
  readonly fileName: string;
}

/** A view of an assessment as a picture in a user's Markdown document. */
export function FencedView({ name, fileName, ...props }: Props): JSX.Element {
  switch (name) {
    case 'summary':
      return (
        <>
          <Summary {...props} fileName={fileName} />
          <AreaList {...props} />
        </>
      );
    case 'radar':
      return <Radar {...props} />;
    case 'grid':
      return <Grid {...props} />;
    case 'plan':
      return <Plan {...props} />;
  }
}
