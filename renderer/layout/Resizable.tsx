import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import { Group, Panel, Separator, type GroupImperativeHandle } from 'react-resizable-panels';

export interface ResizableItem {
  readonly id: string;
  /** Share of the whole in per cent. */
  readonly size: number;
  /** Pixels at the normal text size. */
  readonly least: number;
  /** Of the separator before it. */
  readonly label: string;
  readonly content: ReactNode;
}

interface ResizableProps {
  readonly orientation: 'horizontal' | 'vertical';
  readonly items: readonly ResizableItem[];
  /** What a drag or an arrow key has made of the sizes. */
  readonly onSizes: (sizes: readonly number[]) => void;
}

/**
 * Things side by side or one above the other, with separators between them that mouse and arrow keys move. A separator's value is the
 * size of what `aria-controls` names: the thing above or at its left, also where the page reads from the right (there that is the one
 * that comes after). So the right arrow moves it to the right and its value up, in every language.
 */
export function Resizable({ orientation, items, onSizes }: ResizableProps) {
  const group = useRef<GroupImperativeHandle>(null);
  const sizes = Object.fromEntries(items.map(({ id, size }) => [id, size]));
  const wanted = JSON.stringify(sizes);
  useEffect(() => {
    const now = group.current?.getLayout();
    const target = JSON.parse(wanted) as Record<string, number>;
    const differs =
      now !== undefined && Object.entries(target).some(([id, size]) => Math.abs((now[id] ?? size) - size) > 0.1);
    if (differs) group.current?.setLayout(target);
  }, [wanted]);
  return (
    <Group
      className="resizable"
      groupRef={group}
      orientation={orientation}
      defaultLayout={sizes}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) onSizes(items.map(({ id, size }) => layout[id] ?? size));
      }}
    >
      {items.map(({ id, least, label, content }, at) => (
        <Fragment key={id}>
          {at > 0 && <Separator className="separator" aria-label={label} disableDoubleClick />}
          <Panel id={id} minSize={`${least / 16}rem`} className="resizable__item">
            {content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
