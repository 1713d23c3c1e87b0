/** Style sheets are texts here: the page for export carries its own. */
declare module "*.css" {
  const text: string;
  export default text;
}
