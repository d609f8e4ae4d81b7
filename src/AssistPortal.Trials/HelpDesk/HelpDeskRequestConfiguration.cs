using AssistPortal.Data;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Trials.HelpDesk;

internal sealed class HelpDeskRequestConfiguration : IEntityTypeConfiguration<HelpDeskRequest>
{
    public void Configure(EntityTypeBuilder<HelpDeskRequest> builder)
    {
        builder.ToTable("HelpDeskRequests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Kind).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(request => request.State).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.Property(request => request.AskerEmail).HasMaxLength(TrialLengths.Email);
        builder.Property(request => request.AskerName).HasTypedText(TrialLengths.PersonName);
        builder.Property(request => request.Language).HasMaxLength(Trial.LanguageLength);
        builder.Property(request => request.LoanNumber).HasMaxLength(Shipment.LoanNumberLength);
        builder.Property(request => request.Text).HasTypedText(TrialLengths.Text);
        builder.Property(request => request.PostalAddress).HasTypedText(TrialLengths.Text);
        builder.Property(request => request.LiveKey).HasMaxLength(HelpDeskRequest.KeyLength);
        builder.Property(request => request.Answer).HasTypedText(TrialLengths.Text);
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.HasIndex(request => request.LiveKey).IsUnique();
        builder.HasIndex(request => new { request.State, request.AskedAt });
        builder.HasIndex(request => request.TrialId);
        builder.HasOne<Trial>().WithMany().HasForeignKey(request => request.TrialId);
        builder.HasOne<Device>().WithMany().HasForeignKey(request => request.DeviceId);
    }
}
