using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Data.Accounts;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.Property(user => user.FirstName).HasTypedText(PortalUser.NameLength);
        builder.Property(user => user.LastName).HasTypedText(PortalUser.NameLength);
        builder.Property(user => user.Company).HasTypedText(PortalUser.CompanyLength);
        builder.Property(user => user.SearchText).HasMaxLength(PortalUser.SearchTextLength);
        builder.Property(user => user.Language).HasMaxLength(PortalUser.LanguageLength);
        builder.Property(user => user.MailLanguage).HasMaxLength(PortalUser.LanguageLength);
        builder.Property(user => user.TimeZone).HasMaxLength(PortalUser.TimeZoneLength);

        // Few, so that they are found among all accounts.
        builder.HasIndex(user => user.LeftStaffAt).HasFilter("\"LeftStaffAt\" IS NOT NULL");
    }
}
