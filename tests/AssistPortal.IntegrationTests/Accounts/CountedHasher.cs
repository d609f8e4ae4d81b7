using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Counts how often a password is hashed, which is what signing in costs.</summary>
internal sealed class CountedHasher : IPasswordHasher<PortalUser>
{
    private readonly PasswordHasher<PortalUser> hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

    private int count;

    public int Count => count;

    public string HashPassword(PortalUser user, string password)
    {
        Interlocked.Increment(ref count);
        return hasher.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(
        PortalUser user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref count);
        return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
