using AssistPortal.Data.Accounts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

internal static class PasswordWords
{
    /// <summary>Why a password is refused, in words.</summary>
    public static string Of(this IStringLocalizer<AccountsTexts> texts, PasswordFault fault) => fault switch
    {
        PasswordFault.Common => texts["Password.Common"],
        PasswordFault.Name => texts["Password.Name"],
        _ => texts["First.Password.TooShort", PasswordRules.LeastLength],
    };
}
