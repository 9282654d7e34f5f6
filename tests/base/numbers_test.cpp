#include <gtest/gtest.h>

#include <limits>

#include "base/bigint.hpp"
#include "base/money.hpp"
#include "base/random.hpp"
#include "base/ratio.hpp"

namespace stoepkrijt {
namespace {

BigInt big(std::string_view text) { return BigInt::parse(text).value(); }

BigInt random_big(Random& random) {
  BigInt out(0);
  for (std::uint64_t limbs = random.below(7); limbs > 0; --limbs) {
    const std::uint64_t kind = random.below(4);  // many ones and zeros: where carries go wrong
    const std::uint64_t word = kind == 0 ? ~std::uint64_t{0} : (kind == 1 ? 0 : random.next());
    out = out * BigInt::power_of_two(64) + BigInt::from_unsigned(word);
  }
  return random.chance(1, 2) ? -out : out;
}

TEST(BigInt, ReadsAndWritesDecimals) {
  for (const std::string_view text :
       {"0", "7", "-7", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "123456789012345678901234567890123456789012345678901234567890"}) {
    EXPECT_EQ(big(text).to_string(), text);
  }
  EXPECT_EQ(big("-0").to_string(), "0");
  EXPECT_EQ(big("000000000000000000000000000012").to_string(), "12");
}

TEST(BigInt, RefusesWhatIsNoNumber) {
  for (const std::string_view text : {"", "-", "+1", "1e3", " 1", "1 ", "0x1", "١"})
    EXPECT_FALSE(BigInt::parse(text)) << text;
  EXPECT_EQ(BigInt::parse(std::string(10'001, '1')).error().code, ErrorCode::kTooLarge);
}

TEST(BigInt, DividesAsMultiplicationSays) {
  Random random(1);
  for (int i = 0; i < 20'000; ++i) {
    const BigInt a = random_big(random);
    const BigInt b = random_big(random);
    const BigInt c = random_big(random);
    EXPECT_EQ((a + b) - b, a);
    EXPECT_EQ(a * (b + c), a * b + a * c);
    if (b.is_zero()) continue;
    BigInt quotient;
    BigInt rest;
    BigInt::divide(a, b, quotient, rest);
    EXPECT_EQ(quotient * b + rest, a);
    EXPECT_TRUE(rest.is_zero() || rest.is_negative() == a.is_negative());
    EXPECT_LT(rest.is_negative() ? -rest : rest, b.is_negative() ? -b : b);
    const BigInt floor = BigInt::floor_divide(a, b);
    EXPECT_TRUE(b.is_negative() ? floor * b >= a : floor * b <= a);
    EXPECT_EQ(BigInt::gcd(a * c, b * c), BigInt::gcd(a, b) * (c.is_negative() ? -c : c));
    EXPECT_EQ(a < b, (a - b).is_negative());
    EXPECT_EQ(BigInt::parse(a.to_string()).value(), a);
  }
}

TEST(BigInt, LeavesAndEntersTheSmallForm) {
  const BigInt most(std::numeric_limits<std::int64_t>::max());
  const BigInt least(std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ((most + BigInt(1)).to_string(), "9223372036854775808");
  EXPECT_EQ((most + BigInt(1)) - BigInt(1), most);
  EXPECT_EQ((-least).to_string(), "9223372036854775808");
  EXPECT_EQ(-(-least), least);
  EXPECT_EQ((least / BigInt(-1)).to_string(), "9223372036854775808");
  EXPECT_EQ(most * most / most, most);
  EXPECT_EQ(BigInt::from_unsigned(~std::uint64_t{0}).to_string(), "18446744073709551615");
  EXPECT_EQ(BigInt::power_of_two(130).bit_length(), 131U);
}

TEST(Ratio, IsAlwaysInLowestTerms) {
  EXPECT_EQ(Ratio(BigInt(6), BigInt(-4)), Ratio(BigInt(-3), BigInt(2)));
  EXPECT_EQ(Ratio(BigInt(0), BigInt(5)), Ratio(0));
  EXPECT_EQ(Ratio(60'000) / Ratio(480), Ratio(125));
}

TEST(Ratio, ReadsDecimalsExactly) {
  EXPECT_EQ(*Ratio::parse_decimal("0.1") + *Ratio::parse_decimal("0.2"), *Ratio::parse_decimal("0.3"));
  EXPECT_EQ(*Ratio::parse_decimal("1234.5000"), Ratio(BigInt(2469), BigInt(2)));
  EXPECT_EQ(*Ratio::parse_decimal("-0.25"), Ratio(BigInt(-1), BigInt(4)));
  EXPECT_EQ(*Ratio::parse_decimal(".5"), Ratio(BigInt(1), BigInt(2)));
  EXPECT_EQ(*Ratio::parse_decimal("5."), Ratio(5));
  for (const std::string_view text : {"", ".", "-", "1.2.3", "1,5", "NaN", "inf", "1e9", "1.-5", "--1", "1 000"}) {
    EXPECT_FALSE(Ratio::parse_decimal(text)) << text;
  }
}

TEST(Ratio, WritesDecimalsWithoutTrailingZeros) {
  EXPECT_EQ(Ratio::parse_decimal("995079.00")->to_string(), "995079");
  EXPECT_EQ(Ratio::parse_decimal("10.250")->to_string(), "10.25");
  EXPECT_EQ(Ratio::parse_decimal("-0.0625")->to_string(), "-0.0625");
  EXPECT_EQ(Ratio(BigInt(7), BigInt(3)).to_string(), "7/3");
  EXPECT_EQ(Ratio(BigInt(7), BigInt(3)).to_fixed(2), "2.33");
  EXPECT_EQ(Ratio(BigInt(-1), BigInt(2)).to_fixed(0), "-1");
}

TEST(Ratio, KeepsTheLawsOfFractionsBeyondSixtyFourBits) {
  Random random(3);
  const auto draw = [&] {
    BigInt d = random.chance(1, 2) ? BigInt(random.between(1, 50)) : random_big(random);
    if (d.is_zero()) d = BigInt(1);
    return Ratio(random.chance(1, 2) ? BigInt(random.between(-50, 50)) : random_big(random), d);
  };
  for (int i = 0; i < 5'000; ++i) {
    const Ratio a = draw();
    const Ratio b = draw();
    const Ratio c = draw();
    EXPECT_EQ(a + b - b, a);
    EXPECT_EQ(a * (b + c), a * b + a * c);
    EXPECT_EQ(a < b, (a - b).is_negative());
    EXPECT_TRUE(b.is_zero() || a / b * b == a) << i;
    EXPECT_LE(Ratio(a.floor(), BigInt(1)), a);
    EXPECT_GE(Ratio(a.ceil(), BigInt(1)), a);
  }
}

TEST(Money, ReadsFilesAndRefusesFractionsOfCents) {
  EXPECT_EQ(Money::parse("1234").value().cents, 123'400);
  EXPECT_EQ(Money::parse("1234.5").value().cents, 123'450);
  EXPECT_EQ(Money::parse("-12.5000").value().cents, -1'250);
  EXPECT_EQ(Money::parse("0.005").error().code, ErrorCode::kTooPrecise);
  EXPECT_EQ(Money::parse("92233720368547758.08").error().code, ErrorCode::kOverflow);
  EXPECT_EQ(Money::parse("92233720368547758.07").value().cents, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(Money::parse("twelve").error().code, ErrorCode::kNotANumber);
}

TEST(Money, ReadsWhatPeopleType) {
  EXPECT_EQ(Money::parse_typed("9.600").value().cents, 960'000);
  EXPECT_EQ(Money::parse_typed("€ 9.600,50").value().cents, 960'050);
  EXPECT_EQ(Money::parse_typed("12,50").value().cents, 1'250);
  EXPECT_EQ(Money::parse_typed("12.50").value().cents, 1'250);
  EXPECT_EQ(Money::parse_typed("1,234.50").value().cents, 123'450);
  EXPECT_EQ(Money::parse_typed("€\u00A0150,-").value().cents, 15'000);
  EXPECT_EQ(Money::parse_typed("1 500").value().cents, 150'000);
  for (const std::string_view text : {"", "€", "1,2,3", "12,5,0", "tien"})
    EXPECT_FALSE(Money::parse_typed(text)) << text;
}

TEST(Money, IsWrittenAsTheDutchWriteIt) {
  EXPECT_EQ(format_money(Money::from_euros(9'600)), "€\u00A09.600");
  EXPECT_EQ(format_money(Money::from_cents(1'250)), "€\u00A012,50");
  EXPECT_EQ(format_money(Money::from_cents(-5)), "€\u00A0-0,05");
  EXPECT_EQ(format_money(Money::from_euros(1'234'567)), "€\u00A01.234.567");
  EXPECT_EQ(format_money(Money::from_cents(-960'050), NumberStyle::kEnglish), "-€9,600.50");
  EXPECT_EQ(format_money(Ratio(BigInt(100), BigInt(3))), "€\u00A033,33");
  EXPECT_EQ(format_money(Money::from_cents(std::numeric_limits<std::int64_t>::min())),
            "€\u00A0-92.233.720.368.547.758,08");
  EXPECT_EQ(format_count(1'250), "1.250");
  EXPECT_EQ(format_count(-999), "-999");
}

TEST(Money, ArithmeticNoticesOverflow) {
  const Money most = Money::from_cents(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(most.plus(Money::from_cents(1)).error().code, ErrorCode::kOverflow);
  EXPECT_EQ(most.minus(Money::from_cents(-1)).error().code, ErrorCode::kOverflow);
  EXPECT_EQ(most.times(2).error().code, ErrorCode::kOverflow);
  EXPECT_EQ(Money::from_cents(250).times(3).value().cents, 750);
  EXPECT_EQ(Money::nearest(Ratio(BigInt(1), BigInt(3))).value().cents, 33);
  EXPECT_EQ(Money::from_cents(1'250).to_string(), "12.50");
  EXPECT_EQ(Money::from_cents(1'200).to_string(), "12");
}

}  // namespace
}  // namespace stoepkrijt
