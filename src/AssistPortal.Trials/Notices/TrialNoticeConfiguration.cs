using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Trials.Notices;

internal sealed class TrialNoticeConfiguration : IEntityTypeConfiguration<TrialNotice>
{
    public void Configure(EntityTypeBuilder<TrialNotice> builder)
    {
        builder.ToTable("TrialNotices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Kind).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(notice => notice.Audience).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(notice => notice.State)
            .HasConversion<string>()
            .HasMaxLength(TrialLengths.State)
            .IsConcurrencyToken();
        builder.Property(notice => notice.LeaseOwner).IsConcurrencyToken();
        builder.Property(notice => notice.Recipient).HasMaxLength(TrialLengths.Email);
        builder.Property(notice => notice.Name).HasTypedText(TrialNotice.RecipientNameLength);
        builder.Property(notice => notice.Language).HasMaxLength(Trial.LanguageLength);
        builder.HasIndex(notice => new { notice.TrialId, notice.Kind, notice.Recipient, notice.EndDate }).IsUnique();
        builder.HasIndex(notice => new { notice.State, notice.DueAt });
        builder.HasOne<Trial>().WithMany().HasForeignKey(notice => notice.TrialId);
    }
}
