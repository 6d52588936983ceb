// Owns the strip of the game: teams, period and stakes as the last cues stated them, and what four
// events would cost now. Refuses score and clock, which no cue states, and facts without source.
import type { PriceTrace } from '../../../../contract/price-book';
import { cx } from '../../parts/cx';
import { amountText, factorText } from '../../parts/text/money';
import { clockOf } from '../../parts/text/time';
import { modifierName } from '../../parts/text/words';
import { useSeenMarkers } from '../view/seen';
import styles from './game.module.css';
import { productText, statedGame, type StatedGame } from './stated-game';
import { FLOOR_EVENTS, useFloors, type Floors } from './use-floors';

const DASH = '\u2013';

function Teams({ game }: { readonly game: StatedGame | null }) {
  const teams = game?.teams ?? [];
  return (
    <div className={styles.teams}>
      <small>Teams, by cue</small>
      <strong>{teams.length === 0 ? DASH : teams.join(' \u00b7 ')}</strong>
      <small title={game?.gameId ?? ''}>
        {game === null ? 'no cue yet' : (game.gameId ?? 'no game named')}
      </small>
    </div>
  );
}

function Period({ game }: { readonly game: StatedGame | null }) {
  const period = game?.period ?? null;
  return (
    <div className={styles.period}>
      <small>Period</small>
      <strong>{period === null ? DASH : /^\d+$/u.test(period) ? `P${period}` : period}</strong>
      <small>no game clock</small>
    </div>
  );
}

type Stake = PriceTrace['modifiers'][number];

function Chip({ stake }: { readonly stake: Stake }) {
  const words = `${modifierName(stake.name)}: ${stake.fact}`;
  return (
    <li className={cx(styles.chip, !stake.holds && styles.off)} title={words}>
      <span>{modifierName(stake.name)}</span>
      <b>{`\u00d7${factorText(stake.bps)}`}</b>
      <span className={styles.reader}>{stake.holds ? 'holds' : `does not hold`}</span>
    </li>
  );
}

function Stakes({ game, traces }: { readonly game: StatedGame | null } & Pick<Floors, 'traces'>) {
  const stakes = traces?.[0]?.modifiers ?? [];
  const holding = stakes.filter(({ holds }) => holds);
  const source =
    game === null ? 'no cue has stated any' : `source marker, as stated at ${clockOf(game.at)}`;
  return (
    <div className={styles.stakes}>
      <small>
        Stakes in force, product <b>{`\u00d7${productText(holding.map(({ bps }) => bps))}`}</b>
        <i>{source}</i>
      </small>
      <ul aria-label="Stakes in force">
        {stakes.map((stake) => (
          <Chip key={stake.name} stake={stake} />
        ))}
      </ul>
    </div>
  );
}

function FloorsNow({ floors: { traces, fault } }: { readonly floors: Floors }) {
  const textOf = (type: string): string => {
    const trace = traces?.find(({ eventType }) => eventType === type);
    return trace === undefined ? DASH : amountText(trace.floorCents, trace.currency);
  };
  const book = traces?.[0];
  return (
    <div className={styles.floors}>
      <small title={fault ?? ''}>
        Floor if it happened now
        <i>
          {fault === null
            ? book === undefined
              ? ''
              : `${book.currency}, book v${book.bookVersion}`
            : 'last known, cannot be read'}
        </i>
      </small>
      <dl>
        {FLOOR_EVENTS.map(([type, name]) => (
          <div key={type}>
            <dt>{name}</dt>
            <dd>{textOf(type)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The strip. */
export function GameStrip({ className }: { readonly className: string | undefined }) {
  const { items } = useSeenMarkers();
  const game = statedGame(items);
  const floors = useFloors(game?.context ?? {});
  return (
    <section className={cx(styles.strip, className)} aria-label="Game, as cues state it">
      <Teams game={game} />
      <Period game={game} />
      <Stakes game={game} traces={floors.traces} />
      <FloorsNow floors={floors} />
    </section>
  );
}
