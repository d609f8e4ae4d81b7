using System.Net.Mail;
using System.Text.RegularExpressions;
using AssistPortal.Data;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Rules that several forms share. Lengths of texts count characters as people see them: see
/// <see cref="TypedText.Excess"/>. Messages are looked up when they are needed: rules are made once, for all languages.
/// </summary>
internal static partial class TextRules
{
    /// <summary>A required text of up to that many characters, on one line.</summary>
    public static IRuleBuilderOptions<T, string?> RequiredText<T>(
        this IRuleBuilderInitial<T, string?> rule, int length, Func<LocalizedString> missing, IStringLocalizer texts) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => TypedText.IsSeen(Tolerant.Text(typed))).WithMessage(_ => missing())
            .Must(typed => !Tolerant.Text(typed).Any(char.IsControl)).WithMessage(_ => texts["Error.ControlCharacters"])
            .Fits(length, texts);

    /// <summary>A required text of several lines, of up to that many characters.</summary>
    public static IRuleBuilderOptions<T, string?> RequiredMessage<T>(
        this IRuleBuilderInitial<T, string?> rule, int length, Func<LocalizedString> missing, IStringLocalizer texts) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => TypedText.IsSeen(Tolerant.Text(typed))).WithMessage(_ => missing())
            .Fits(length, texts);

    /// <summary>A required text that stands in lines with others, such as a name.</summary>
    public static IRuleBuilderOptions<T, string?> RequiredName<T>(
        this IRuleBuilderInitial<T, string?> rule, int length, Func<LocalizedString> missing, IStringLocalizer texts) =>
        rule.RequiredText(length, missing, texts)
            .Must(typed => !Tolerant.Text(typed).EnumerateRunes().Any(TypedText.TurnsDirection))
            .WithMessage(_ => texts["Error.DirectionMarks"]);

    /// <summary>
    /// It may have as many characters once it is read as a code: one sign may stand for several of the usual width.
    /// </summary>
    public static IRuleBuilderOptions<T, string?> AsCode<T>(
        this IRuleBuilderOptions<T, string?> rule, int length, IStringLocalizer texts) =>
        rule.Must(typed => TypedText.Excess(Tolerant.Code(typed), length) == 0)
            .WithMessage((_, typed) =>
                texts["Error.TooLongBy", length, TypedText.Excess(Tolerant.Code(typed), length)]);

    /// <summary>An optional text of up to that many characters.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalText<T>(
        this IRuleBuilderInitial<T, string?> rule, int length, IStringLocalizer texts) =>
        rule.Cascade(CascadeMode.Stop).Fits(length, texts);

    public static IRuleBuilderOptions<T, string?> EmailAddress<T>(
        this IRuleBuilderInitial<T, string?> rule, Func<LocalizedString> missing, IStringLocalizer texts) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => missing())
            .Must(typed => Tolerant.Code(typed).Length <= 254).WithMessage(_ => texts["Error.TooLong", 254])
            .Must(IsEmail).WithMessage(_ => texts["Error.Email"]);

    public static IRuleBuilderOptions<T, string?> OptionalEmailAddress<T>(
        this IRuleBuilderInitial<T, string?> rule, IStringLocalizer texts) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length <= 254).WithMessage(_ => texts["Error.TooLong", 254])
            .Must(typed => Tolerant.Code(typed).Length == 0 || IsEmail(typed)).WithMessage(_ => texts["Error.Email"]);

    public static IRuleBuilderOptions<T, string?> PhoneNumber<T>(
        this IRuleBuilderInitial<T, string?> rule, Func<LocalizedString> missing, IStringLocalizer texts) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => missing())
            .Must(typed => Phone().IsMatch(Tolerant.Code(typed))).WithMessage(_ => texts["Error.Phone"]);

    /// <summary>
    /// Deliverable by any mail server, and read back from a header as it is: an ASCII mailbox without quotes
    /// (RFC 5322's dot-atom) that does not look like an encoded word (RFC 2047), at a domain with a dot.
    /// </summary>
    public static bool IsEmail(string? typed)
    {
        var address = Tolerant.Code(typed);
        return MailAddress.TryCreate(address, out var parsed)
            && parsed.Address == address
            && Mailbox().IsMatch(parsed.User)
            && !parsed.User.Contains("=?", StringComparison.Ordinal)
            && parsed.Host.Contains('.', StringComparison.Ordinal)
            && !parsed.Host.EndsWith('.')
            && Uri.CheckHostName(parsed.Host) == UriHostNameType.Dns;
    }

    private static IRuleBuilderOptions<T, string?> Fits<T>(
        this IRuleBuilder<T, string?> rule, int length, IStringLocalizer texts) =>
        rule.Must(typed => Excess(typed, length) == 0)
            .WithMessage((_, typed) => texts["Error.TooLongBy", length, Excess(typed, length)])
            .Must(typed => !Tolerant.Text(typed).Any(IsUnstorable)).WithMessage(_ => texts["Error.ControlCharacters"]);

    private static int Excess(string? typed, int length) => TypedText.Excess(Tolerant.Text(typed), length);

    private static bool IsUnstorable(char sign) =>
        (char.IsControl(sign) && sign is not ('\n' or '\t')) || sign is '\uFFFE' or '\uFFFF';

    [GeneratedRegex(
        @"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mailbox();

    // A number, and the extension behind it as people write it: x12, #12, ext. 123, 分機 12, 转12.
    [GeneratedRegex(
        @"^(?=.{5,30}$)(?=(?:.*[0-9]){3})[+0-9 ().x\-]+(?:(?:#|,? ?ext\.?|分機|分机|轉|转) ?[0-9]{1,8})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();
}
