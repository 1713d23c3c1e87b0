/**
 * {@link enumerated} for Chinese, Japanese and Korean, whose lists have marks of their own and no blanks: 注册、登录和密码重置.
 * Only what names doings counts; a list of things says what one doing is about.
 */
import type { Enumerated } from "./enumerated.ts";

/** Changes to one thing: "create, update and delete" is one wish. */
const crud =
  "创建|建立|新增|添加|查看|查询|查詢|浏览|瀏覽|编辑|編輯|修改|更新|删除|刪除|移除|追加|登録|編集|削除|表示|変更|参照|등록|조회|수정|삭제|추가|변경";
const doing =
  "注册|註冊|登录|登入|登出|重置|重設|再設定|审核|審核|审批|審批|承認|暂停|暫停|停止|搜索|搜尋|検索|筛选|篩選|导出|匯出|导入|匯入|上传|上傳|下载|下載|打印|列印|印刷|" +
  "通知|提醒|监控|監控|管理|配置|统计|統計|同步|同期|备份|備份|还原|還原|分享|共有|支付|退款|预订|預訂|予約|取消|提取|解析|转换|轉換|変換|出力|取込|送信|" +
  "ログイン|ログアウト|リセット|アップロード|ダウンロード|エクスポート|インポート|" +
  "로그인|로그아웃|재설정|승인|검색|내보내기|가져오기|업로드|다운로드|인쇄|알림|예약|취소|결제|관리|동기화|공유";
const anyDoing = `(?:${doing}|${crud})`;
const names = new RegExp(`^${anyDoing}|${anyDoing}(?:功能|機能|기능)?$`, "u");
const anywhere = new RegExp(anyDoing, "u");
const atEnd = new RegExp(`${anyDoing}[^、]{0,8}$`, "u");
const onlyCrud = new RegExp(`^(?:${crud})$`, "u");
const demand =
  /必须|必須|支持|支援|提供|允许|允許|可以|能够|能夠|应|應|须|須|需要|实现|實現|できる|可能|すること|なければ|べき|할 수|해야|가능|지원|제공/u;
/** What follows or stands before is what something shows, has or is done by. */
const parts =
  /包括|包含|例如|比如|诸如|諸如|字段|欄位|项目|項目|按照|根据|根據|基于|基於|显示|顯示|展示|列出|含む|などの|による|ごと|포함|예를|등의|따라/u;

/** @param text an item or paragraph whose brackets are blanked out @returns the first list of three doings or more */
export function enumeratedEastern(text: string, from: number): readonly Enumerated[] {
  for (const { 0: clause, index } of text.slice(from).matchAll(/[^。！？；;:：，\n]+/gu)) {
    if (!/[、・,]/.test(clause) || !demand.test(clause) || parts.test(clause)) continue;
    const items = itemsOf(clause, from + index);
    const said = items.map(({ start, end }) => text.slice(start, end).trim());
    const [head = "", ...rest] = said;
    const last = rest.pop() ?? "";
    if (rest.every((one) => onlyCrud.test(one))) continue;
    if (atEnd.test(head) && anywhere.test(last) && rest.every((one) => names.test(one))) return items;
  }
  return [];
}

/** The stretches between the marks; the last mark may be an "and". */
function itemsOf(clause: string, at: number): Enumerated[] {
  const items: Enumerated[] = [];
  let start = 0;
  for (const { 0: sign, index } of clause.matchAll(/[、・]|,\s*/gu)) {
    items.push({ start: at + start, end: at + index });
    start = index + sign.length;
  }
  const and = /以及|及び|および|[和及与與并並と]|\s및\s|[와과]\s/u.exec(clause.slice(start));
  if (and !== null && and.index > 0) {
    items.push({ start: at + start, end: at + start + and.index });
    start += and.index + and[0].length;
  }
  items.push({ start: at + start, end: at + clause.length });
  return items;
}
