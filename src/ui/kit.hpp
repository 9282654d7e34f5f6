// The widget kit: everything a screen draws with. No ImGui here: screens include this file only.
//
// Rules of the kit
//  - Units are CSS pixels. There is always a current column (x, y, width); a widget takes the whole width, draws itself
//    at y and moves y down. `gap` adds space. Nothing is cut with an ellipsis: words wrap.
//  - Describe beside paint: each widget registers its SemNode in the order of the calls (= reading order), also when it
//    is scrolled out of view (then with an empty rect). Role follows from the widget; name and key are obligatory.
//  - `key` is a stable application key, unique on the screen: "plan/bankjes/choose". Never a label, never a
//  translation.
//    node id = a11y::node_id(key). Use key("plan/", id) to build one.
//  - Words in "rich" arguments: **bold**, ==bold in the accent colour== (yellow on pavement, else ink). User data goes
//    through plain() first. A no-break space (U+00A0) does not break; U+00AD may break with a hyphen.
//  - A widget that acts returns true in the one frame in which it was clicked, tapped, or activated by keyboard or
//    screen reader. Never act on anything else.
//  - Content functions may run twice in a frame (once to measure, silently, where widgets return false and nothing is
//    registered): do not count calls in them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "a11y/sem_event.hpp"
#include "a11y/sem_node.hpp"
#include "ui/frame.hpp"
#include "ui/text_style.hpp"
#include "ui/theme.hpp"

namespace stoepkrijt::ui {

using a11y::NodeId;
using a11y::Rect;
using a11y::Role;

/// A callable by reference: lives as long as the call. (std::function would allocate for each card.)
template <typename Signature>
class Fn;
template <typename R, typename... A>
class Fn<R(A...)> {
 public:
  template <typename F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, Fn> && std::is_invocable_r_v<R, F&, A...>)
  Fn(F&& f)  // NOLINT: implicit by design
      : object_(const_cast<void*>(static_cast<const void*>(std::addressof(f)))),
        call_([](void* o, A... a) -> R { return (*static_cast<std::remove_reference_t<F>*>(o))(a...); }) {}
  R operator()(A... a) const { return call_(object_, a...); }

 private:
  void* object_;
  R (*call_)(void*, A...);
};

/// Code point of the icon font (assets/icons.hpp), 0: none.
using Icon = char32_t;
/// By Tabler's name ("plant-2"), and "bench", which we draw ourselves; unknown: 0.
[[nodiscard]] Icon icon_by_name(std::string_view tabler_name);

/// Joins parts to a key.
template <typename... P>
[[nodiscard]] std::string key(const P&... parts) {
  std::string k;
  (k.append(parts), ...);
  return k;
}
/// User data for a "rich" argument: * and = keep their plain meaning.
[[nodiscard]] std::string plain(std::string_view words);

/// kPhone < 768 <= kTablet < 1100 <= kDesktop (of width / text size). The kiosk by its orientation.
enum class Layout : std::uint8_t { kPhone, kTablet, kDesktop, kKioskPortrait, kKioskLandscape };

enum class Align : std::uint8_t { kLeft, kCentre, kRight };
enum class VAlign : std::uint8_t { kTop, kMiddle, kBottom };

/// Kinds of signal: the shape says the kind, the colour repeats it.
enum class Kind : std::uint8_t { kProblem, kStrong, kIdea };
/// kNone, then A+ A B C D.
enum class Level : std::uint8_t { kNone, kAPlus, kA, kB, kC, kD };
/// Tone of a label, box or bar.
enum class Tone : std::uint8_t { kNeutral, kAction, kPositive, kNegative, kWarning, kIdea, kChosen };

enum class ButtonKind : std::uint8_t { kPrimary, kSecondary, kChoice, kQuiet, kDanger };
struct ButtonStyle {
  ButtonKind kind = ButtonKind::kPrimary;
  Icon icon = 0;
  bool icon_right = false;
  bool small = false;                 ///< 48 high (desktop bars, map)
  bool disabled = false;              ///< stays focusable, never acts
  std::string_view reason = {};       ///< obligatory with disabled: shown in the button instead of the words
  bool floating = false;              ///< on the map: with shadow
  std::string_view description = {};  ///< for the screen reader only
  float width = 0;                    ///< 0: whole column; < 0: as wide as its words (in flow)
  bool bare = false;                  ///< the icon alone, where its words are known; they stay its name
  bool keeps_words = false;           ///< disabled too: the reason is for the reader, the look says enough
};

struct TextOptions {
  Token color = Token::kInk;
  Token accent = Token::kInk;  ///< colour of ==...==
  Align align = Align::kLeft;
  Role role = Role::kParagraph;  ///< kNone: register nothing (said elsewhere)
};

/// A cell of `row`.
struct Cell {
  float fixed = 0;   ///< > 0: so wide
  float weight = 0;  ///< > 0: a share of what is left
  [[nodiscard]] static constexpr Cell width(float w) { return {w, 0}; }
  [[nodiscard]] static constexpr Cell grow(float weight = 1) { return {0, weight}; }
};

struct CardStyle {
  Token fill = Token::kSurface;
  float padding = 16;
  float radius = 18;
  int elevation = 1;  ///< 0 to 3
  bool border = true;
  bool chosen = false;  ///< yellow tint and ink ring
  float min_height = 0;
};

/// A step of the hopscotch strip.
struct Step {
  std::string_view label = {};  ///< the number, or a number
  std::string_view words = {};  ///< under the square, may be empty
};

struct PlanCardData {
  int theme = 1;  ///< 1 to 6
  Icon icon = 0;
  std::string_view title = {};
  std::string_view price = {};  ///< "€ 9.600"
  std::string_view place = {};  ///< "Oud Crooswijk"
  float share = 0;              ///< of the whole amount, 0 to 1
  int tiles = 6;                ///< whole amount in tiles
  bool chosen = false;
  std::string_view reason = {};       ///< not empty: does not fit, with why; the tick box is locked
  std::string_view limit = {};        ///< the same as a whole sentence with what to do, for the reader; may be empty
  std::string_view open_name = {};    ///< name of the card: "Meer bankjes in het Schuttersveld, € 9.600, Oud Crooswijk"
  std::string_view choose_name = {};  ///< name of the tick box: "Kies Meer bankjes in het Schuttersveld"
};
struct PlanCardResult {
  bool opened = false;   ///< the card was activated
  bool toggled = false;  ///< the tick box was activated (never when it does not fit)
};

/// A plan with − number +: points or vouchers.
struct PointsCardData {
  int theme = 1;
  Icon icon = 0;
  std::string_view title = {};
  std::string_view price = {};
  std::string_view place = {};
  std::int32_t points = 0;
  std::int32_t most = 0;         ///< that it can have now
  std::string_view words = {};   ///< below the number: "punten"
  std::string_view worth = {};   ///< beside them: "ongeveer € 37,50"; may be empty
  std::string_view reason = {};  ///< drawn: why this plan gets no more; may be empty
  std::string_view limit = {};   ///< why + does nothing, for the reader
  std::string_view open_name = {}, slider_name = {}, less_name = {}, more_name = {};
};
struct PointsCardResult {
  bool opened = false;
  std::int32_t points = -1;  ///< >= 0: the number asked for
};

/// A plan in an order of preference, with its place and ways to move it.
struct RankCardData {
  int theme = 1;
  Icon icon = 0;
  std::string_view number = {};  ///< "1"
  std::string_view title = {};
  std::string_view price = {};
  std::string_view place = {};
  bool first = false, last = false;
  bool drags = false;  ///< has a handle; the list is a reorder()
  std::string_view open_name = {};
  std::string_view up_words = {}, down_words = {};               ///< drawn
  std::string_view up_name = {}, down_name = {}, out_name = {};  ///< these begin with the drawn words
};
/// What a list that was put in another order asks for: `from` goes to the place `to`. -1: nothing.
struct Reordered {
  int from = -1, to = -1;
};
struct RankCardResult {
  bool opened = false;
  int move = 0;  ///< −1: higher, +1: lower
  bool out = false;
};

/// A block of a meter or bar.
struct Part {
  int theme = 0;    ///< 1 to 6; 0: yellow (= yours, left)
  float share = 0;  ///< of the whole, 0 to 1
  Icon icon = 0;
  std::string_view words = {};
};

struct ListRowData {
  Kind kind = Kind::kProblem;
  Icon icon = 0;
  std::string_view title = {};
  std::string_view status = {};  ///< may be empty
  Tone status_tone = Tone::kNeutral;
  std::string_view place = {};
  Level level = Level::kNone;
  std::string_view count = {};  ///< seen so often; may be empty
  bool chosen = false;
  bool chevron = true;
  bool last = false;  ///< no rule below
};

struct NavItem {
  std::string_view key = {};
  Icon icon = 0;
  std::string_view words = {};
};

struct FieldStyle {
  std::string_view label = {};  ///< obligatory: name of the field, drawn above it
  std::string_view hint = {};   ///< under the label, small
  std::string_view placeholder = {};
  std::string_view error = {};  ///< not empty: red ring and sentence
  Icon icon = 0;                ///< left inside
  bool numeric = false;
  bool secret = false;  ///< dots stand for what is typed; it is never read aloud, filled in or kept by the browser
  bool required = false;
  bool label_hidden = false;  ///< the label is name only
  float height = 0;           ///< text area, at least; 0: 132
};
struct FieldResult {
  bool changed = false;    ///< `value` is new
  bool committed = false;  ///< Enter
};

/// A photo: a picture, and what can be done with it.
struct PhotoData {
  std::string_view photo = {};    ///< its name, by which FrameInput knows its texture and the page its image
  std::string_view name = {};     ///< alternative text
  int width = 0, height = 0;      ///< of the picture; 0: there is none (yet)
  std::string_view instead = {};  ///< then: why
  bool gone = false;              ///< it will not come by itself
  std::string_view badge = {};    ///< "Nagekeken"; may be empty
  bool checked = true;            ///< how the badge looks: done, or still to do
  std::string_view open_name = {}, remove_name = {};  ///< empty: it cannot be done here
};
/// The way of the pointer in this frame, while it paints.
struct BrushGesture {
  bool painting = false;
  bool first = false;  ///< it came down in this frame
  float from_x = 0, from_y = 0, to_x = 0, to_y = 0;
  bool let_go = false;  ///< it went up in this frame
};
enum class PhotoPress : std::uint8_t { kNone, kOpen, kRemove };

/// What happened on a map area in this frame. Zoom around (x, y) by `zoom`, pan by (dx, dy), turn by `rotate` radians.
struct MapGesture {
  Rect rect;  ///< of the area, to give to the renderer
  float dx = 0, dy = 0;
  float zoom = 1;
  float rotate = 0;
  float x = 0, y = 0;    ///< pointer or centre of the fingers, canvas CSS pixels
  bool hovered = false;  ///< a mouse is over it (never by touch)
  bool tapped = false;   ///< clicked without moving, at (x, y)
  bool double_tapped = false;
  bool moving = false;               ///< a drag or pinch is going on
  std::vector<a11y::SemEvent> keys;  ///< kKey events of this node
  bool activated = false;            ///< Enter or the screen reader's default action
};

/// Drawn on top of everything until it is closed.
struct DialogStyle {
  float max_width = 420;
  std::string_view description = {};
};

class Ui {
 public:
  struct Core;  ///< the kit's own; screens leave it alone
  explicit Ui(Core& core) : c_(core) {}
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // ---- the frame -------------------------------------------------------------------------------------------------
  [[nodiscard]] const FrameInput& input() const;
  [[nodiscard]] Layout layout() const;
  [[nodiscard]] bool phone() const { return layout() == Layout::kPhone; }
  [[nodiscard]] bool kiosk() const;
  [[nodiscard]] Rect screen() const;  ///< whole canvas
  [[nodiscard]] Rect safe() const;    ///< whole canvas without the insets
  /// Rectangle of the innermost `place` with a height (else the canvas): bars, sheets and toasts lie in it.
  [[nodiscard]] Rect area() const;
  [[nodiscard]] float margin() const;  ///< 16; kiosk 56; 12 under 360
  [[nodiscard]] Color color(Token t) const;
  [[nodiscard]] double now() const;
  /// Draw another frame at the next refresh (an animation of the screen itself).
  void animate();
  /// Say through the live regions.
  void announce(std::string_view words, bool assertive = false);
  /// Move the keyboard focus (after a page change: to its h1).
  void focus(std::string_view k);
  [[nodiscard]] bool has_focus(std::string_view k) const;
  /// Escape was pressed or "dismiss" asked, and nothing above took it.
  [[nodiscard]] bool dismissed();
  /// 0 to 1, moving towards `on` in `seconds` (ease-out; at once with reduced motion). Kept per key.
  float animated(std::string_view k, bool on, float seconds = 0.16F);
  /// The same for any number.
  float animated_to(std::string_view k, float target, float seconds = 0.24F);

  // ---- the column ------------------------------------------------------------------------------------------------
  [[nodiscard]] float x() const;
  [[nodiscard]] float y() const;
  [[nodiscard]] float width() const;
  void gap(float h);
  /// Takes h of the column and gives the rectangle, to draw in.
  Rect take(float h);
  /// Side margins inside the column.
  void inset(float left, float right, Fn<void()> content);
  void inset(float both, Fn<void()> content) { inset(both, both, content); }
  /// Cells side by side; advances by the highest. Row of a list, icon with words, two buttons.
  void row(std::initializer_list<Cell> cells, float gap, VAlign align, Fn<void(int)> cell);
  /// As many equal columns as fit with `min_width` each (at most `n`): cards that reflow to one column. `min_width` is
  /// meant for ordinary letters; it grows with the text size and in the kiosk.
  void grid(int n, float min_width, float gap, Fn<void(int)> cell);
  /// Widgets beside each other as wide as their words, wrapping: chips, labels, small buttons.
  void flow(float gap, Fn<void()> content, Align align = Align::kLeft);
  /// A fixed area; the column is restored afterwards. With a height it becomes `area()` for what is inside.
  void place(Rect r, Fn<void()> content);
  /// Height that content takes in `width`; draws and registers nothing.
  [[nodiscard]] float measure(float width, Fn<void()> content);
  /// Scrolls vertically inside `r` by wheel, drag (with momentum) and when the focus moves into hidden content.
  void scroll(std::string_view k, Rect r, Fn<void()> content);
  /// Scroll so that the top of this node is in view, in the next frame.
  void reveal(std::string_view k);
  void scroll_to_top(std::string_view scroll_key);

  // ---- structure without pixels ----------------------------------------------------------------------------------
  void region(std::string_view k, Role role, std::string_view name, Fn<void()> content);
  /// The same for what stands at a place of its own (a sheet): `r` is that place.
  void region(std::string_view k, Role role, std::string_view name, const Rect& r, Fn<void()> content);
  void list(std::string_view k, std::string_view name, Fn<void()> content);
  void list_item(std::string_view k, Fn<void()> content);
  /// Words for the screen reader of something that is only drawn (a chart): role kImage with a name.
  void image(std::string_view k, std::string_view name, Rect r);
  /// A table for the screen reader: rows of cells, first row = column headers, around a drawing at `r`.
  void table(std::string_view k, std::string_view name, Rect r, std::span<const std::vector<std::string>> rows);

  // ---- words -----------------------------------------------------------------------------------------------------
  void heading(std::string_view k, int level, std::string_view rich, TextStyle style, TextOptions o = {});
  void text(std::string_view k, std::string_view rich, TextStyle style = TextStyle::kBody, TextOptions o = {});
  /// Heading left, words right ("U beslist mee" ... "stap 4 van 4"); the words wrap below when there is no room.
  void heading_row(std::string_view k, int level, std::string_view words, TextStyle style, std::string_view right);
  /// Icon, bold words, small words below (mockup a: "Wie beslist?").
  void fact(std::string_view k, Icon icon, std::string_view title, std::string_view words,
            Token icon_color = Token::kInk2);
  /// Icon with one rich sentence (circle-check, lock).
  void icon_line(std::string_view k, Icon icon, Token icon_color, std::string_view rich,
                 TextStyle style = TextStyle::kBody, TextOptions o = {});
  /// Tinted label with icon ("Gaat door"); in a flow as wide as its words. `solid`: filled with the tone.
  void label(std::string_view k, Tone tone, Icon icon, std::string_view words, bool solid = false);
  /// Icon and word in a theme's colour ("Buitenruimte").
  void theme_tag(std::string_view k, int theme, Icon icon, std::string_view words);
  /// "Kosten ......... € 16.000" with a rule below unless last.
  void key_value(std::string_view k, std::string_view left, std::string_view right, bool last = false, Icon icon = 0,
                 Token color = Token::kInk);
  /// Theme tile, title, amount (mockup b: "Klopt dit?"; c: result list). `small` under the title.
  void money_row(std::string_view k, int theme, Icon icon, std::string_view title, std::string_view small,
                 std::string_view amount, bool last = false);
  void divider();
  [[nodiscard]] float line_height(TextStyle style) const;
  [[nodiscard]] float text_width(std::string_view rich, TextStyle style) const;
  [[nodiscard]] float text_height(std::string_view rich, TextStyle style, float width) const;

  // ---- drawing only (registers nothing: decoration, or said elsewhere) -------------------------------------------
  void fill(Rect r, Token t, float radius = 0);
  void fill(Rect r, Color c, float radius = 0);
  void outline(Rect r, Token t, float thickness, float radius = 0, bool dashed = false);
  void shadow(Rect r, float radius, int elevation);
  void line(float x0, float y0, float x1, float y1, Token t, float thickness);
  void circle(float cx, float cy, float r, Token t);
  void icon(Icon i, float cx, float cy, float size, Token t);
  void icon(Icon i, float cx, float cy, float size, Color c);
  /// One line of words at a baseline box; returns its width.
  float words(std::string_view rich, float x, float y, TextStyle style, Token t, Align align = Align::kLeft);
  void theme_tile(int theme, Icon i, float x, float y, float size, bool soft = false);
  void level_tile(Level l, float x, float y, float size);
  /// Square, circle or hexagon with its tail; `icon` 0: shape only. 48×58 at size 58.
  void marker(Kind kind, Icon i, float x, float y, float size);
  void hatch(Rect r, Token a, Token b, float stripe, float radius = 0);
  /// 96 px half-bond tiles (kiosk 144).
  void pavement(Rect r, float radius = 0);
  /// The street of mockup a/e1, fitted in r, standing on its lower edge.
  void chalk_street(Rect r);
  void chalk_wordmark(float x, float y, float height, Token t = Token::kChalk);
  void chalk_logo(float x, float y, float size);  ///< square with yellow tick (rail)
  void chalk_tree_and_bench(Rect r);
  void chalk_tick(Rect r, Token t, float width);  ///< draws itself when first shown under `animated`
  /// Free chalk stroke: an SVG path (M L H V C Z, m/h/v/l/a circle) in a view box, drawn into r.
  void chalk(std::string_view svg_path, Rect view_box, Rect r, Token t, float stroke_width);
  void chalk_big_tick(Rect r);  ///< e2: box and 34 px yellow tick
  /// A QR code of `size` modules a side (row-major, true = dark), centred in the column: black on a white card in every
  /// theme, with a quiet zone of four modules (ISO/IEC 18004), each module a whole number of device pixels; at most 320
  /// wide on a phone. The reader gets the name; the node's value carries the modules, for the text version to draw.
  void qr(std::string_view k, std::string_view name, int size, const std::vector<bool>& modules);
  /// A photo that fills r, cut off to its shape; where it is not, the words that say so.
  void picture(std::string_view k, const PhotoData& photo, Rect r, float radius = 14);

  // ---- surfaces --------------------------------------------------------------------------------------------------
  void card(std::string_view k, const CardStyle& style, Fn<void()> content);
  /// A card that is one button: pressing anywhere acts. Content may not hold other buttons.
  bool card_button(std::string_view k, std::string_view name, const CardStyle& style, Fn<void()> content);
  /// White area with upper radius 24, fixed at the bottom; returns its top. Measure pass included.
  float bottom_sheet(std::string_view k, std::string_view name, bool grip, Fn<void()> content);
  /// Bottom sheet on a phone, panel at the right (340) otherwise; scrolls inside when too high.
  float sheet(std::string_view k, std::string_view name, Fn<void()> content);
  /// Modal. Draw it last. Returns false when Escape or the ground was chosen: close it then.
  bool dialog(std::string_view k, std::string_view title, std::string_view words, const DialogStyle& style,
              Fn<void()> content);
  /// 6 px bar, icon, title, words. Registers role alert (negative) or status/group.
  void box(std::string_view k, Tone tone, Icon icon, std::string_view title, std::string_view words,
           Fn<void()> content);
  void box(std::string_view k, Tone tone, Icon icon, std::string_view title, std::string_view words) {
    box(k, tone, icon, title, words, [] {});
  }
  /// Soft note without bar (b: "Na het inleveren kunt u niets meer veranderen"; d: rule of a level).
  void note(std::string_view k, Tone tone, Icon icon, std::string_view rich);
  /// For 8 s, above the bottom sheet (it never covers a sheet's buttons), else `bottom` above the lower edge: what it
  /// lies over there can be scrolled free of it. True when its action ("Terug") was chosen. `shown_at`: now() when it
  /// came.
  bool toast(std::string_view k, std::string_view words, std::string_view action, double shown_at, float bottom);
  void empty_state(std::string_view k, std::string_view title, std::string_view words);
  /// c: dark number tile, title, content, in a card.
  void numbered_card(std::string_view k, int number, std::string_view title, Fn<void()> content);

  // ---- bars and navigation ---------------------------------------------------------------------------------------
  struct TopBarResult {
    bool back = false, read_aloud = false, language = false;
  };
  /// 64 high at the top: back (empty back_name: none), title as h1, Lees voor, Taal. On pavement when `pave`.
  TopBarResult top_bar(std::string_view title, std::string_view back_name, std::string_view read_name,
                       std::string_view language_name, bool pave = false);
  /// 72 high, right of the rail: title, words below, buttons of `right` in a flow. Returns its lower edge.
  float desk_bar(std::string_view title, std::string_view words, float left, Fn<void()> right);
  /// Phone, 76 high (+ inset) at the bottom; returns the index that was chosen, -1: none.
  int bottom_bar(std::string_view name, std::span<const NavItem> items, int current);
  [[nodiscard]] float bottom_bar_height() const;
  /// Desktop and tablet, 92 wide at the left. The last item stands at the foot.
  int rail(std::string_view name, std::span<const NavItem> items, int current);
  [[nodiscard]] float rail_width() const;
  int tabs(std::string_view k, std::string_view name, std::span<const std::string_view> words, int current);

  // ---- things to press -------------------------------------------------------------------------------------------
  bool button(std::string_view k, std::string_view words, const ButtonStyle& style = {});
  /// 48 × 48 (kiosk 72). Drawn at (x, y); `name` obligatory. `plate`: white ground with shadow (on the map).
  bool icon_button(std::string_view k, std::string_view name, Icon i, float x, float y, bool plate = false,
                   Token t = Token::kInk);
  /// Row of a card: words in link colour with chevron, 52 high.
  bool link_row(std::string_view k, std::string_view words, Icon right_icon);
  /// Words in link colour, 48 high, as wide as they are.
  bool link(std::string_view k, std::string_view words, Icon left_icon = 0);
  /// Toggle; in a flow. On = ink fill. `kind_marker`: a marker shape instead of the icon (f).
  bool chip(std::string_view k, std::string_view words, Icon i, bool on);
  bool kind_chip(std::string_view k, std::string_view words, Kind kind, bool on);
  /// A filled or outlined pill on pavement (language choice of the kiosk).
  bool pave_chip(std::string_view k, std::string_view words, Icon i, bool on);
  /// Tick box with words, 56 high. Role checkbox.
  bool checkbox(std::string_view k, std::string_view words, bool on, std::string_view small = {});
  /// One of a few, as cards with a ring. Returns the chosen index or -1.
  int radio_cards(std::string_view k, std::string_view name, std::span<const std::string_view> words, int chosen);
  /// d: marker shape + word on a tint, ≥ 104 high.
  bool kind_card(std::string_view k, Kind kind, Icon i, std::string_view words, std::string_view name);
  PlanCardResult plan_card(std::string_view k, const PlanCardData& d);
  /// The number is a slider for the reader (arrow keys, swipes); its buttons are 56 wide.
  PointsCardResult points_card(std::string_view k, const PointsCardData& d);
  /// The same row without the card: −, number, + over the whole column. >= 0: the number asked for.
  std::int32_t points_stepper(std::string_view k, const PointsCardData& d);
  /// Things below each other, `space` apart, that can be dragged by their handle, whose key is that of the thing and
  /// "/grip". Dragging is for the pointer only: offer another way as well.
  Reordered reorder(std::string_view k, std::span<const std::string> keys, float space, Fn<void(int)> item);
  RankCardResult rank_card(std::string_view k, const RankCardData& d);
  bool list_row(std::string_view k, const ListRowData& d);
  /// Result row: theme tile, title, small words, icon right; a button when `acts`.
  bool result_row(std::string_view k, int theme, Icon icon, std::string_view title, std::string_view small, Icon right,
                  Token right_color, bool soft, bool last, bool acts = true);
  /// −, number, +. Returns −1, 0 or +1.
  int stepper(std::string_view k, std::string_view name, std::string_view number, std::string_view words,
              std::string_view less_name, std::string_view more_name, bool can_less, bool can_more);
  /// Five cards with drawn tiles and 0 2 5 9 15 pieces. Returns the newly chosen level, kNone: no change.
  Level level_picker(std::string_view k, std::string_view name, std::span<const std::string_view> words, Level chosen);
  /// One key of the kiosk's own keyboard.
  bool key_cap(std::string_view k, std::string_view words, std::string_view name);
  /// Dashed box "Nog een foto" in the column, `h` high.
  bool add_tile(std::string_view k, std::string_view words, Icon i, float h);

  // ---- fields (the real <input> lies over them; its text is painted by the page) ----------------------------------
  FieldResult text_field(std::string_view k, std::string& value, const FieldStyle& style);
  /// Grows with its words, to six tenths of the area.
  FieldResult text_area(std::string_view k, std::string& value, const FieldStyle& style);
  FieldResult search_field(std::string_view k, std::string& value, const FieldStyle& style);
  /// 3×5 boxes; one field for the reader. `error`: red ring and sentence. 15 characters without hyphens.
  FieldResult code_field(std::string_view k, std::string& value, std::string_view label, std::string_view error);

  // ---- figures ---------------------------------------------------------------------------------------------------
  /// Hopscotch strip in one drawing; done steps white, current yellow, later grey. Role list with current.
  void hopscotch(std::string_view k, std::string_view name, std::span<const Step> steps, int current, float square_w,
                 float square_h);
  /// b: pavement band with the strip, title and "stap 2 van 3". Full column width.
  void step_band(std::string_view k, std::string_view name, std::span<const Step> steps, int current,
                 std::string_view title, std::string_view words);
  /// One square with words beside it (a, second screen).
  void hopscotch_row(std::string_view k, std::string_view label, std::string_view title, std::string_view words,
                     bool current);
  /// Big square of the cycle (h): number, title, two lines, tick when done. Returns true when pressed.
  bool phase_square(std::string_view k, std::string_view number, std::string_view title, std::string_view words,
                    std::string_view when, bool done, bool current, std::string_view name);
  /// 12 high bar divided in tiles; `share` filled in the theme's colour.
  void tile_bar(int theme, float share, int tiles, float h = 12);
  /// 30 high; `over` > 0: red ring and hatched end. `name` says it in words (role kImage).
  void budget_meter(std::string_view k, std::string_view name, std::span<const Part> parts, int tiles, bool over,
                    float h = 30);
  /// On pavement: tinted blocks with icons (c, third screen).
  void result_bar(std::string_view k, std::string_view name, std::span<const Part> parts, float h = 38);
  void progress(std::string_view k, std::string_view name, int done, int total, Token t = Token::kAct);
  /// Purses of the same amount, parts spent; in a flow or row. Share of € 125.
  void purse(std::span<const Part> parts, float w, float h = 34);
  void people_dots(std::string_view k, std::string_view name, int count);
  /// Yellow part with words, rest hatched with the shortfall.
  void shortfall_bar(std::string_view k, std::string_view name, float share, std::string_view have,
                     std::string_view short_words);
  /// Solid bar in a theme's colour with words centred (c: "192 × € 50 = € 9.600").
  void solid_bar(std::string_view k, int theme, std::string_view words);
  void legend(std::span<const Part> parts);
  /// g: theme tile, words, bar of `share`, amount right.
  void chart_row(std::string_view k, int theme, Icon icon, std::string_view words, float share,
                 std::string_view amount);
  /// h: "Rubroek ▆▆▆▁ 28".
  void measure_row(std::string_view k, std::string_view words, float share, std::string_view amount, Tone tone);
  struct RoundRow {
    std::string_view label = {};  ///< "1", "+"
    int theme = 1;
    Icon icon = 0;
    std::string_view title = {};
    std::string_view votes = {};
    std::string_view per_person = {};
    float from = 0, share = 0;  ///< of the whole amount
    std::string_view amount = {};
    bool hatched = false;
  };
  struct RoundTable {
    std::string_view name = {};  ///< of the table
    std::string_view col_plan = {}, col_votes = {}, col_per_person = {}, from_words = {}, to_words = {};
    std::string_view left_title = {}, left_amount = {};  ///< "Over voor volgend jaar"; empty: no last row
    float left_from = 1;
  };
  /// g: rounds one after another on one money axis; below 620 wide two lines per round.
  void round_timeline(std::string_view k, const RoundTable& head, std::span<const RoundRow> rows);
  void donut(std::span<const Part> parts, float cx, float cy, float radius, std::string_view words);
  /// 4:3, w wide; the whole tile opens the photo.
  PhotoPress photo_tile(std::string_view k, const PhotoData& photo, float w);
  /// A finger or mouse that paints on r: it does not scroll the page there. No node: a reader has photo_part.
  BrushGesture brush_area(std::string_view k, Rect r);
  /// A part of a photo that keys and readers can hide: a tick box at r that is not in the finger's way.
  bool photo_part(std::string_view k, std::string_view name, Rect r, bool hidden);

  // ---- map -------------------------------------------------------------------------------------------------------
  /// The map itself is painted by UiFrame's map painter. Draw controls over it afterwards with `place`.
  MapGesture map_area(std::string_view k, std::string_view name, std::string_view description, Rect r);
  /// A picture of a map, without gestures: role image, painted by the same painter.
  void map_still(std::string_view k, std::string_view name, Rect r);
  /// A marker of the map as a button for keyboard and screen reader, at its place on the screen (empty: off screen).
  bool map_marker(std::string_view k, std::string_view name, Rect r, bool chosen);
  /// Attribution plate, lower left of r.
  void map_attribution(std::string_view k, std::string_view words, Rect r);

  /// For the kit's own files.
  [[nodiscard]] Core& core() { return c_; }

 private:
  Reordered let_go(std::span<const std::string> keys, Reordered at);
  Core& c_;
};

}  // namespace stoepkrijt::ui
