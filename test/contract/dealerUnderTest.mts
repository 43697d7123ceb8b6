import type { Dealer } from '../../kakao/dealers/contract';

/** What differs between dealers and that the suite must know. */
export interface DealerUnderTest {
	dealer: Dealer;
	/** The main channel and how template codes look at this dealer. */
	senderProfile: string;
	code(name: string, kind: 'AlimTalk' | 'Brand'): string;
}
