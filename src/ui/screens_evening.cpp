#include "ui/screens_evening.hpp"

#include <map>
#include <string>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/views/evening_view.hpp"
#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::EveningPart;

/// What is being typed in a field, and what was last told.
struct Typed {
  std::string words, told;
};

std::string_view icon_of(app::LabelTone tone) {
  switch (tone) {
    case app::LabelTone::kPositive:
      return "circle-check";
    case app::LabelTone::kNegative:
    case app::LabelTone::kWarning:
      return "alert-triangle";
    case app::LabelTone::kAction:
    case app::LabelTone::kNeutral:
    case app::LabelTone::kIdea:
      return "info-circle";
  }
  return "info-circle";
}
Token colour_of(app::LabelTone tone) {
  switch (tone) {
    case app::LabelTone::kPositive:
      return Token::kPos;
    case app::LabelTone::kNegative:
      return Token::kNeg;
    case app::LabelTone::kWarning:
      return Token::kWarn;
    case app::LabelTone::kAction:
      return Token::kAct;
    case app::LabelTone::kNeutral:
    case app::LabelTone::kIdea:
      return Token::kInk2;
  }
  return Token::kInk2;
}

}  // namespace

struct EveningScreens::Impl {
  std::map<std::string, Typed, std::less<>> typed;
  app::Route shown;
  std::string answer;  ///< key of the box that answers "is my vote in?"; one that is new is brought into sight

  void field(const EveningPart& p, Ui& ui, app::CommandQueue& out) {
    Typed& t = typed[p.field];
    if (t.told != p.value) t.words = t.told = p.value;
    const FieldStyle style{.label = p.words, .hint = p.more, .error = p.error, .numeric = p.numeric};
    const FieldResult result =
        p.kind == EveningPart::Kind::kArea ? ui.text_area(p.key, t.words, style) : ui.text_field(p.key, t.words, style);
    if (result.changed) {
      t.told = t.words;
      out.emplace_back(app::evening::ask(app::evening::Type{p.field, t.words}));
    }
    if (result.committed) {
      for (const app::Command& command : p.press) out.push_back(command);
    }
  }

  void part(const EveningPart& p, Ui& ui, app::CommandQueue& out) {
    using What = EveningPart::Kind;
    const Icon icon = p.icon.empty() ? 0 : icon_by_name(p.icon);
    const auto press = [&](bool pressed) {
      if (!pressed) return;
      for (const app::Command& command : p.press) out.push_back(command);
    };
    switch (p.kind) {
      case What::kText:
        return ui.text(p.key, plain(p.words));
      case What::kSmall:
        return ui.text(p.key, plain(p.words), TextStyle::kSmall, {.color = Token::kInk2});
      case What::kHeading:
        ui.gap(8);
        return ui.heading(p.key, 3, plain(p.words), TextStyle::kH3);
      case What::kFact:
        return ui.key_value(p.key, p.words, p.more, p.last);
      case What::kLine:
        return ui.icon_line(p.key, icon_by_name(icon_of(p.tone)), colour_of(p.tone), plain(p.words));
      case What::kBox:
        if (shown.screen == app::Screen::kReceipt && answer != p.key) ui.reveal(answer = p.key);
        return ui.box(p.key, to_tone(p.tone), icon_by_name(icon_of(p.tone)), p.words, p.more);
      case What::kHash:
        return hash(p, ui);
      case What::kLarge:
        return ui.text(p.key, "**" + plain(p.words) + "**", TextStyle::kNumber, {.align = Align::kCentre});
      case What::kButton:
        return press(ui.button(p.key, p.words,
                               {.kind = p.primary ? ButtonKind::kPrimary : ButtonKind::kSecondary,
                                .icon = icon,
                                .disabled = p.disabled,
                                .reason = p.reason}));
      case What::kLink:
        return press(ui.link(p.key, p.words, icon));
      case What::kField:
      case What::kArea:
        return field(p, ui, out);
      case What::kChoice:
        return press(ui.chip(p.key, p.words, 0, p.on));
      case What::kSign:
        ui.gap(20);
        ui.divider();
        return ui.text(p.key, plain(p.words), TextStyle::kSmall);
    }
  }

  static void hash(const EveningPart& p, Ui& ui) {
    ui.card(key(p.key, "/kader"), {.fill = Token::kSunk, .padding = 14, .elevation = 0}, [&] {
      ui.text(p.key, "**" + plain(p.words) + "**", TextStyle::kLeadBold);
      ui.gap(4);
      // In fours, so that it can be read and wraps.
      std::string digits;
      for (std::size_t i = 0; i < p.more.size(); ++i) {
        if (i > 0 && i % 4 == 0) digits += ' ';
        digits += p.more[i];
      }
      ui.text(key(p.key, "/cijfers"), plain(digits), TextStyle::kSmall, {.color = Token::kInk2});
    });
  }

  static void head(const app::EveningCard& card, Ui& ui) {
    const auto title = [&] { ui.heading(key(card.key, "/kop"), 2, plain(card.title), TextStyle::kH2); };
    if (card.number == 0) return title();
    const float tile = 36 * unit(ui);
    ui.row({Cell::width(tile), Cell::grow()}, 12, VAlign::kMiddle, [&](int cell) {
      if (cell == 1) return title();
      const Rect r = ui.take(tile);
      ui.fill(r, Token::kPave, 9 * unit(ui));
      const float high = ui.line_height(TextStyle::kH3);
      ui.words(std::to_string(card.number), r.x + r.w / 2, r.y + (r.h - high) / 2, TextStyle::kH3, Token::kChalk,
               Align::kCentre);
    });
  }

  void parts(const app::EveningCard& card, Ui& ui, app::CommandQueue& out) {
    const auto& all = card.parts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kind == EveningPart::Kind::kChoice) {
        // Choices that follow each other stand beside each other.
        std::size_t end = i;
        while (end < all.size() && all[end].kind == EveningPart::Kind::kChoice) ++end;
        ui.flow(8, [&] {
          for (std::size_t j = i; j < end; ++j) part(all[j], ui, out);
        });
        i = end - 1;
      } else {
        part(all[i], ui, out);
      }
      const bool rows =
          all[i].kind == EveningPart::Kind::kFact && i + 1 < all.size() && all[i + 1].kind == EveningPart::Kind::kFact;
      if (!rows && i + 1 < all.size()) ui.gap(12);
    }
  }

  void draw(const app::EveningPage& page, Ui& ui, app::CommandQueue& out) {
    scrolling_page(ui, key(page.key, "/rol"), page.page, "", 720, out, [&] {
      ui.text(key(page.key, "/intro"), plain(page.intro));
      ui.gap(16);
      for (const app::EveningCard& card : page.cards) {
        if (card.title.empty()) {
          parts(card, ui, out);
        } else {
          ui.card(card.key, {}, [&] {
            head(card, ui);
            ui.gap(12);
            parts(card, ui, out);
          });
        }
        ui.gap(16);
      }
    });
  }
};

EveningScreens::EveningScreens() : impl_(std::make_unique<Impl>()) {}
EveningScreens::~EveningScreens() = default;

bool EveningScreens::has(app::Screen screen) {
  return screen == app::Screen::kEvening || screen == app::Screen::kHolder || screen == app::Screen::kSession ||
         screen == app::Screen::kByHand || screen == app::Screen::kLog || screen == app::Screen::kProtection ||
         screen == app::Screen::kReceipt;
}

void EveningScreens::draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& /*maps*/,
                          app::CommandQueue& out) {
  const app::EveningPage page = app::make_evening_page(state, lang);
  if (impl_->shown != state.route) {
    impl_->shown = state.route;
    ui.scroll_to_top(key(page.key, "/rol"));
    impl_->answer.clear();
  }
  // What was typed of a secret does not outlive its use.
  if (state.evening == nullptr || state.evening->holder.paper.empty()) {
    if (const auto secret = impl_->typed.find("holder/paper"); secret != impl_->typed.end()) {
      secret->second.words.assign(secret->second.words.size(), '0');
      secret->second.told.assign(secret->second.told.size(), '0');
      impl_->typed.erase(secret);
    }
  }
  impl_->draw(page, ui, out);
}

}  // namespace stoepkrijt::ui
