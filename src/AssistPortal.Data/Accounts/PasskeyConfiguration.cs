using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Data.Accounts;

/// <summary>
/// Identity's table of passkeys, as its own schema has it from version 3 on. That version is known to a context only
/// where Identity's services are, which is not so where migrations are written.
/// </summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    /// <summary>WebAuthn: no longer than 1,023 bytes.</summary>
    private const int CredentialIdLength = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("AspNetUserPasskeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(CredentialIdLength);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}
