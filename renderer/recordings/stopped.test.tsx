/** A screen reader says what comes into a region, not a region that comes with its words: it must be there while all is well. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AppContext } from '../store/context';
import { replayApp } from '../replay/core/replayApp';
import { nothingYet } from '../../shared/session/fold';
import { RecorderStopped } from './RecorderStopped';

describe('that the session is not recorded any more', () => {
  it('is said in a region that was there before', () => {
    const app = replayApp(nothingYet);
    const page = renderToStaticMarkup(
      <AppContext value={app}>
        <RecorderStopped />
      </AppContext>,
    );
    expect(page).toBe('<div role="status"></div>');
  });
});
