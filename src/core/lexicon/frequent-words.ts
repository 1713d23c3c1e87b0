import type { LanguageCode } from "../format/language-codes.ts";
import { listOf } from "./list-of.ts";

/** The most frequent words of each language, which tell it. Apart from the lexicons: most documents need no more of them. */
export const frequentWords: Readonly<Record<LanguageCode, readonly string[]>> = {
  en: listOf(
    "the, of, and, to, in, is, that, for, it, with, as, be, on, are, this, by, from, or, an, not, can, must, should, will, when, which, have, has, if, they, their, we, user",
  ),
  de: listOf(
    "der, die, das, und, ist, nicht, ein, eine, einen, einem, mit, von, für, auf, den, dem, des, werden, wird, sich, im, zu, auch, oder, als, bei, nach, aus, wenn, sind, kann, muss, soll, können",
  ),
  es: listOf(
    "el, la, los, las, de, del, y, en, que, un, una, con, por, para, se, al, su, sus, es, son, o, como, más, cuando, debe, cada, este, esta, pero, desde, sobre, usuario, hay, puede",
  ),
  fr: listOf(
    "le, la, les, de, des, du, et, en, un, une, est, sont, que, qui, dans, pour, par, sur, au, aux, avec, ce, cette, ou, il, ne, pas, plus, son, ses, doit, être, peut, utilisateur",
  ),
  pt: listOf(
    "o, a, os, as, de, do, da, dos, das, e, em, no, na, que, um, uma, com, por, para, se, ao, são, ou, não, mais, quando, deve, cada, este, esta, mas, seu, sua, usuário, pode",
  ),
  it: listOf(
    "il, lo, la, i, gli, le, di, del, della, dei, e, in, nel, che, un, una, con, per, si, al, sono, o, non, più, quando, deve, ogni, questo, questa, da, dal, alla, come, può, utente",
  ),
  nl: listOf(
    "de, het, een, van, en, in, is, dat, op, te, zijn, voor, met, niet, aan, er, om, ook, als, door, bij, naar, uit, deze, dit, wordt, worden, kan, moet, of, maar, wanneer, geen, gebruiker",
  ),
  ja: listOf(
    "の, に, は, を, が, で, と, た, し, て, れ, さ, ある, いる, も, する, から, な, こと, として, です, ます, ない, この, その, よう, また, できる, により, について",
  ),
  zh: listOf(
    "的, 了, 和, 在, 是, 与, 與, 为, 為, 或, 及, 不, 有, 可, 以, 中, 时, 時, 对, 對, 会, 會, 被, 从, 從, 将, 將, 用户, 用戶, 使用者, 系统, 系統, 支持, 支援, 进行, 進行, 这, 這",
  ),
  ko: listOf(
    "및, 수, 있다, 한다, 을, 를, 이, 가, 은, 는, 에, 의, 로, 으로, 와, 과, 도, 에서, 하는, 있는, 위한, 또는, 경우, 대한, 합니다, 있습니다, 해야, 사용자, 사용자는, 시스템은, 그리고, 통해",
  ),
};
