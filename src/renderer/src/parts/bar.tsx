// Owns a piece of a chart between two shares of its width (0 to 1), placed by style variables,
// which the content policy allows. Refuses hue: the class it is given says what it is.
import { useRef, type ReactNode } from 'react';
import { useCssNumber } from './use-css-number';

interface Props {
  readonly from: number;
  readonly to: number;
  readonly className: string | undefined;
  readonly children?: ReactNode;
}

/** The piece; `className` reads --from and --to. */
export function Bar({ from, to, className, children }: Props) {
  const bar = useRef<HTMLElement>(null);
  useCssNumber(bar, '--from', from);
  useCssNumber(bar, '--to', to);
  return (
    <i ref={bar} className={className} data-ink="">
      {children}
    </i>
  );
}
