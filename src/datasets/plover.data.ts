/** The four quarters of conflict and cooperation. */
export type Quad = 'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict'

/**
 * PLOVER types: quad class and intensity, −10 (conflict) to 10 (cooperation), of the type and of its modes. PLOVER 0.8 (2021),
 * Open Event Data Alliance. The manual prints +3 for ACCUSE, an evident misprint: its modes lie between −2 and −3.5.
 */
// biome-ignore format: one type a line
export const ploverTypes: Readonly<Record<string, { readonly quad: Quad; readonly intensity: number; readonly modes: Readonly<Record<string, number>> }>> = {
  AGREE: { quad: 'verbal cooperation', intensity: 2.5, modes: {} },
  CONSULT: { quad: 'verbal cooperation', intensity: 2.5, modes: { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 } },
  SUPPORT: { quad: 'verbal cooperation', intensity: 5, modes: {} },
  CONCEDE: { quad: 'verbal cooperation', intensity: 4.5, modes: {} },
  COOPERATE: { quad: 'material cooperation', intensity: 9.5, modes: {} },
  AID: { quad: 'material cooperation', intensity: 10, modes: {} },
  RETREAT: { quad: 'material cooperation', intensity: 6.5, modes: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 } },
  REQUEST: { quad: 'verbal conflict', intensity: 0, modes: { assist: 0.5, change: -1, yield: -1, meet: 0 } },
  ACCUSE: { quad: 'verbal conflict', intensity: -3, modes: { disapprove: -2, investigate: -3.5, allege: -3.5 } },
  REJECT: { quad: 'verbal conflict', intensity: -2, modes: { assist: -1.5, change: -2, yield: -2, meet: -2 } },
  THREATEN: { quad: 'verbal conflict', intensity: -3.5, modes: { restrict: -3, arrest: -3.5, relations: -3.5, expel: -3.5, territory: -4, violence: -3.5 } },
  PROTEST: { quad: 'material conflict', intensity: -5, modes: { demo: -5, riot: -7, strike: -5, hunger: -4.5, boycott: -4.5, obstruct: -4.5 } },
  SANCTION: { quad: 'material conflict', intensity: -6, modes: { convict: -6, expel: -5.5, withdraw: -6, discontinue: -6 } },
  MOBILIZE: { quad: 'material conflict', intensity: -5.5, modes: { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 } },
  COERCE: { quad: 'material conflict', intensity: -7, modes: { seize: -7, restrict: -7, censor: -6.5, curfew: -6.5, 'martial-law': -7.5, arrest: -7, deport: -7, withhold: -7, misinformation: -6.5, cyber: -7 } },
  ASSAULT: { quad: 'material conflict', intensity: -9, modes: { abduct: -8.5, beat: -7.5, torture: -8.5, sexual: -8.5, targeted: -9.5, destroy: -8.5, primitive: -8, firearms: -9, explosives: -9, 'suicide-attack': -9.5, aerial: -9.5, drone: -9.5, 'heavy-weapons': -9.5, 'crowd-control': -7.5, unconventional: -10 } },
}

/**
 * Types of PLOVER up to version 0.5, which its gold standard records still have, and what they have become: the type into which the
 * conversion table of 2021 turns the CAMEO category of the same name (09, 10, 11, 19).
 */
export const formerTypes: Readonly<Record<string, string>> = {
  INVESTIGATE: 'ACCUSE',
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  FIGHT: 'ASSAULT',
}
