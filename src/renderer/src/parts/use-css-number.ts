// Owns handing a number to a style sheet: set through the style object, which the content policy
// allows, never through a style attribute, which it blocks.
import { useLayoutEffect, type RefObject } from 'react';

/** Keeps a CSS variable of an element at a value. */
export function useCssNumber(
  element: RefObject<HTMLElement | null>,
  name: `--${string}`,
  value: number | string,
): void {
  useLayoutEffect(() => {
    element.current?.style.setProperty(name, String(value));
  }, [element, name, value]);
}
