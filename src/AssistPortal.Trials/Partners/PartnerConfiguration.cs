using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Trials.Partners;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.Property(partner => partner.Id).ValueGeneratedNever();
        builder.Property(partner => partner.Name).HasTypedText(Partner.NameLength);
        builder.Property(partner => partner.Email).HasMaxLength(TrialLengths.Email);
        builder.Property(partner => partner.Phone).HasMaxLength(Partner.PhoneLength);
        builder.HasIndex(partner => partner.Name).IsUnique();
        builder.HasMany<Trial>().WithOne().HasForeignKey(trial => trial.PartnerId);
    }
}

internal sealed class PartnerMemberConfiguration : IEntityTypeConfiguration<PartnerMember>
{
    public void Configure(EntityTypeBuilder<PartnerMember> builder)
    {
        builder.ToTable("PartnerMembers");
        builder.HasKey(member => member.UserId);
        builder.Property(member => member.UserId).ValueGeneratedNever();
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<PartnerMember>(member => member.UserId);
        builder.HasOne<Partner>().WithMany().HasForeignKey(member => member.PartnerId);
    }
}
