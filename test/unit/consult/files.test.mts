import { expect, test } from 'vitest';

import { isKakaoFile } from '../../../kakao/consult/files';

const HUB = 'https://kakao-api.happytalk.io';
const SANDBOX = 'http://127.0.0.1:5902';

test.each([
	'https://talk.kakaocdn.net/dna/a/i_1.png?expires=1&signature=x',
	'http://dn-m.talk.kakao.com/talkm/a/i_1.jpeg',
	'http://api1-kage.kakao.com/dn/a/img_l.jpg',
	'https://cf.channel.io/pri-file/1/a.png',
	'https://TALK.KakaoCDN.net/a.png',
	'https://talk.kakaocdn.net:443/a.png',
])('a customer’s file at %s is fetched', (url) => {
	expect(isKakaoFile(url, HUB)).toBe(true);
});

test.each([
	'https://evil.example/talk.kakaocdn.net/a.png',
	'https://talk.kakaocdn.net.evil.example/a.png',
	'https://evilkakao.com/a.png',
	'https://kakao.com.evil/a.png',
	'https://talk.kakaocdn.net@evil.example/a.png',
	'https://user:secret@talk.kakaocdn.net/a.png',
	'https://talk.kakaocdn.net:8443/a.png',
	'http://talk.kakaocdn.net:22/',
	'https://evil.example#.kakao.com',
	'https://evil.example\\.kakao.com/',
	'https://evil.example?.kakao.com',
	'ftp://talk.kakaocdn.net/a.png',
	'file:///talk.kakaocdn.net/a.png',
	'javascript:alert(1)',
	'//talk.kakaocdn.net/a.png',
	'talk.kakaocdn.net/a.png',
	'',
	'http://127.0.0.1/talk.kakaocdn.net/a.png',
	'http://localhost:5678/talk.kakaocdn.net/a.png',
	'http://[::1]/talk.kakaocdn.net/a.png',
	'http://169.254.169.254/talk.kakaocdn.net/a.png',
])('nothing is fetched from %s', (url) => {
	expect(isKakaoFile(url, HUB)).toBe(false);
	expect(isKakaoFile(url, '')).toBe(false);
});

test.each([
	'http://127.0.0.1:5901/talk.kakaocdn.net/dna/a.png',
	'http://localhost:5901/api1-kage.kakao.com/dn/a.png',
	'http://[::1]:5901/talk.kakaocdn.net/a',
])('the local Kakao’s file at %s is fetched, when the hub runs on this machine too', (url) => {
	expect(isKakaoFile(url, SANDBOX)).toBe(true);
	expect(isKakaoFile(url, 'http://localhost:5902/open/v5')).toBe(true);
});

test.each([
	'http://127.0.0.1:5678/rest/settings',
	'http://127.0.0.1:5901/',
	'http://192.168.0.1/talk.kakaocdn.net/a.png',
	'http://127.0.0.1.evil.example/talk.kakaocdn.net/a.png',
	'http://127.0.0.1/a/talk.kakaocdn.net',
])('also with a hub on this machine nothing is fetched from %s', (url) => {
	expect(isKakaoFile(url, SANDBOX)).toBe(false);
});
