using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Mail.Queue;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("OutboxMails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Cause).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(mail => mail.SubjectId).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(mail => mail.Recipient).HasMaxLength(OutboxMail.AddressLength);
        builder.Property(mail => mail.RecipientName).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.MessageId).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.InReplyTo).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.Language).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(mail => mail.Subject).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.CalendarMethod).HasConversion<string>().HasMaxLength(10);
        builder.Property(mail => mail.ReplyTo).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.State).HasConversion<string>().HasMaxLength(10);
        builder.Property(mail => mail.LeaseOwner).IsConcurrencyToken();
        builder.Property(mail => mail.LastError).HasMaxLength(OutboxMail.ErrorLength);
        builder.HasIndex(mail => new { mail.SubjectId, mail.Cause, mail.Revision, mail.Recipient }).IsUnique();
        builder.HasIndex(mail => new { mail.State, mail.NextAttemptAt });
    }
}
