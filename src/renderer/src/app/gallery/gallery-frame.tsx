// Owns the frame's own parts in the gallery: the header in each mode, the line in each level, the
// padlock, the lost keys, the countdowns and the colours. Refuses to be live: every word is fixed.
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import { auctionLeftText, slotLeftText } from '../../parts/text/countdown';
import head from '../frame/header/header.module.css';
import { LEVEL_MARK, LEVEL_WORD } from '../frame/notice-line';
import strips from '../frame/strips.module.css';
import { Padlock } from '../lock/padlock';
import styles from './gallery.module.css';
import { Shelf } from './shelf';

const MODES = [
  ['SETUP', 'SETUP', 'nothing sells'],
  ['REHEARSAL', 'REHEARSAL', 'since 23:58:04 UTC'],
  ['ON_AIR', 'ON AIR', 'since 00:49:20 UTC'],
  ['STALE', 'STALE', 'was ON AIR at 02:41:32.6'],
] as const;
const NOTICES = [
  ['critical', 'Disk full. Bids stopped at 02:41:33. Nothing sold is lost.'],
  ['warning', 'New auctions are held. Cues are listed and start nothing.'],
  ['info', 'Book v32 holds from the next auction on.'],
] as const;
const COLOURS = [
  ...['frame', 'screen', 'panel', 'raise', 'ctl', 'well', 'edge', 'ink-1', 'ink-2', 'ink-3'],
  ...['data-1', 'data-2', 'data-3', 'air', 'arm', 'sel', 'att'],
];

function ModeHeads() {
  return (
    <Shelf title="Mode header">
      {MODES.map(([mode, word, under]) => (
        <div key={mode} className={styles.modeHead} data-mode={mode} data-stale={mode === 'STALE'}>
          <div className={head.head}>
            <div className={head.mode}>
              <strong>{word}</strong>
              <span>{under}</span>
            </div>
            <div className={head.next}>
              <span>Next slot</span>
              <strong>{mode === 'STALE' ? '--:--' : '00:41'}</strong>
            </div>
          </div>
        </div>
      ))}
    </Shelf>
  );
}

function Lines() {
  return (
    <Shelf title="Notices, one at a time">
      {NOTICES.map(([level, text]) => (
        <div key={level} className={styles.lineOf}>
          <div className={cx(strips.notice, strips[level])}>
            <span className={strips.level}>
              {LEVEL_MARK[level] === null ? null : <Mark name={LEVEL_MARK[level]} />}
              {LEVEL_WORD[level]}
            </span>
            <span className={strips.text}>{text}</span>
            {level === 'critical' ? <KeyCap>Pause</KeyCap> : null}
          </div>
        </div>
      ))}
    </Shelf>
  );
}

/** The shelves of the frame. */
export function FrameParts() {
  return (
    <>
      <ModeHeads />
      <Lines />
      <Shelf title="Focus and lock">
        <div className={styles.lostKeys}>KEYS OFF</div>
        <span className={styles.withMark}>
          <Padlock closed={false} /> unlocked
        </span>
        <span className={styles.withMark}>
          <Padlock closed /> locked: read only, the engine goes on
        </span>
      </Shelf>
      <Shelf title="Countdowns">
        <b className={styles.count}>{slotLeftText(41_000)}</b>
        <b className={styles.count}>{slotLeftText(10_400)}</b>
        <b className={cx(styles.count, styles.armed)}>{auctionLeftText(212)}</b>
        <b className={styles.count}>{slotLeftText(null)}</b>
      </Shelf>
      <Shelf title="Colours">
        {COLOURS.map((name) => (
          <span key={name} className={styles.colour}>
            <i className={styles[name]} />
            {name}
          </span>
        ))}
      </Shelf>
    </>
  );
}
