// Owns how the engine's plan of a manual cue is told: what it sells, its floor, the auction, the
// money, and the warning when others are open. Pure. Refuses to add to what the engine said.
import type { CuePlan, TestCueResult } from '../../../../contract/auction';
import type { Mode } from '../../../../contract/status';
import { factorsOf } from '../../auctions/trace';
import { idTexts } from '../../markers/event-id';
import { amountText } from '../../parts/text/money';
import { eventName } from '../../parts/text/words';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** 'Power-play goal, HCG, 15 s slot'. */
export function sellsText(slot: NonNullable<CuePlan['slot']>): string {
  const team = slot.teamId === null ? '' : `, ${slot.teamId}`;
  return `${eventName(slot.eventType)}${team}, ${slot.durationMs / 1000} s slot`;
}

/** '6,000.00 x rivalry 1.30 x close game 1.40'; '' where nothing but the base counts. */
export function floorTrace(price: NonNullable<CuePlan['price']>): string {
  const holding = factorsOf(price).filter(({ holds }) => holds);
  if (holding.length === 0) return 'base value, no factor holds';
  const factors = holding.map(({ name, factor }) => `${name} ${factor}`);
  return [amountText(price.baseCents, price.currency), ...factors].join(' \u00d7 ');
}

/** 'first price, 500 ms, 3 would bid now'. */
export function auctionText({ durationMs, bidders }: NonNullable<CuePlan['auction']>): string {
  return `first price, ${durationMs} ms, ${bidders === 0 ? 'nobody' : bidders} would bid now`;
}

/** Who pays. */
export function moneyWord(mode: Mode, sells: boolean): string {
  if (!sells) return 'none';
  return mode === 'ON_AIR' ? 'the winner owes the price' : 'nothing is charged';
}

/** 'source manual, new id 0x7F000013'. */
export function stampText({ eventId }: TestCueResult['cue'], isNew: boolean): string {
  const id = eventId === null ? '' : ` ${idTexts(eventId).hex}`;
  return `source manual, ${isNew ? 'new id' : 'id'}${id}`;
}

/** The warning when other auctions are open; null where none is, or where nothing would open. */
export function openWarning(plan: CuePlan | null, open: readonly string[]): string | null {
  const auction = plan?.auction ?? null;
  if (auction === null || auction.open === 0) return null;
  const [id] = open;
  const which =
    auction.open === 1 && id !== undefined ? `${id} is` : `${auction.open} auctions are`;
  const nth = ORDINALS[auction.open] ?? `${auction.open + 1}th`;
  const most = `of ${auction.mostOpen} allowed`;
  return `${which} still open. This would be the ${nth} auction at once, ${most}.`;
}
