using System.Text;
using Microsoft.AspNetCore.Identity;

namespace AssistPortal.Data.Accounts;

/// <summary>What a password may be. Any signs are good; it is refused only for what makes it easy to guess.</summary>
public sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    public const int LeastLength = 12;

    private const int FewestDifferent = 5;

    /// <summary>Why somebody can't take a password; null where they can.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="user">Whose password it would be.</param>
    public static PasswordFault? FaultOf(string? password, PortalUser user)
    {
        if (password is null || password.Length < LeastLength)
        {
            return PasswordFault.TooShort;
        }

        var folded = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var bare = Bare(folded);
        return NamesOf(user).Any(name => name.Length > 0 && name == bare) ? PasswordFault.Name
            : folded.Distinct().Count() < FewestDifferent || CommonPasswords.Contains(folded, Stem(folded))
                ? PasswordFault.Common
            : null;
    }

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(FaultOf(password, user) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = $"Password{fault}", Description = $"{fault}" })
            : IdentityResult.Success);

    private static IEnumerable<string> NamesOf(PortalUser user)
    {
        var email = user.Email ?? "";
        return new[]
        {
            user.FirstName,
            user.LastName,
            user.FirstName + user.LastName,
            user.LastName + user.FirstName,
            user.Company,
            email,
            email.Split('@')[0],
        }.Select(name => Bare(name.Normalize(NormalizationForm.FormKC).ToLowerInvariant()));
    }

    /// <summary>Its letters alone: figures and signs around a name make it no other.</summary>
    private static string Bare(string text) => new([.. text.Where(char.IsLetter)]);

    /// <summary>Without the figures and signs that people add to a word.</summary>
    private static string Stem(string text)
    {
        var letters = text.AsSpan();
        while (letters.Length > 0 && !char.IsLetter(letters[0]))
        {
            letters = letters[1..];
        }

        while (letters.Length > 0 && !char.IsLetter(letters[^1]))
        {
            letters = letters[..^1];
        }

        return letters.ToString();
    }
}
