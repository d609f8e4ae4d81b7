using System.Buffers.Binary;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.UnitTests.Data.Accounts;

public sealed class PasswordHashTests
{
    private const string Password = "a phrase of some length";

    private readonly PasswordHasher<PortalUser> hasher;

    public PasswordHashTests()
    {
        var services = new ServiceCollection();
        services.AddPortalAccounts();
        using var provider = services.BuildServiceProvider();
        hasher = new PasswordHasher<PortalUser>(provider.GetRequiredService<IOptions<PasswordHasherOptions>>());
    }

    [Fact]
    public void A_password_is_hashed_by_PBKDF2_with_SHA_512_a_salt_of_its_own_and_the_rounds_that_OWASP_names()
    {
        var hash = Convert.FromBase64String(hasher.HashPassword(new PortalUser(), Password));

        // Identity's format: its number, then algorithm, rounds and the salt's length in four bytes each.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 220_000);
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9)) >= 16);
        var other = Convert.FromBase64String(hasher.HashPassword(new PortalUser(), Password));
        Assert.NotEqual(hash.AsSpan(13, 16).ToArray(), other.AsSpan(13, 16).ToArray());
    }

    [Fact]
    public void A_hash_of_former_days_is_renewed()
    {
        var former = new PasswordHasher<PortalUser>(
            Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
        var hash = former.HashPassword(new PortalUser(), Password);
        Assert.Equal(
            PasswordVerificationResult.SuccessRehashNeeded,
            hasher.VerifyHashedPassword(new PortalUser(), hash, Password));
        Assert.Equal(
            PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new PortalUser(), hash, "another one"));
    }
}
