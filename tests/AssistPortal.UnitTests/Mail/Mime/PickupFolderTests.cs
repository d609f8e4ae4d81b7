using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;
using AssistPortal.UnitTests.Mail.Sending;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Mail.Mime;

public sealed class PickupFolderTests : TransportContractTests
{
    [Fact]
    public async Task Sending_twice_leaves_one_file_and_nothing_half_written()
    {
        var row = (await Testbed.WriteAsync(MailTestbed.Mail()))[0];

        await SendAsync(row);
        await SendAsync(row);

        var file = Assert.Single(Directory.GetFiles(Testbed.Options.PickupDirectory));
        Assert.Equal($"20261201T090000000000Z-{row.Id:N}.eml", Path.GetFileName(file));
    }

    [Fact]
    public async Task A_mail_that_staff_send_again_leaves_the_first_file_as_it_is()
    {
        var row = (await Testbed.WriteAsync(MailTestbed.Mail()))[0];
        Assert.Equal(1, await Testbed.SendDueAsync(Testbed.NewPickupFolder()));
        await using (var database = Testbed.NewContext())
        {
            var mail = await database.Set<OutboxMail>().SingleAsync(item => item.Id == row.Id);
            mail.Resend(Testbed.Options.From, Testbed.Clock.GetCurrentInstant());
            await database.SaveChangesAsync();
        }

        Assert.Equal(1, await Testbed.SendDueAsync(Testbed.NewPickupFolder()));

        Assert.Equal(2, Directory.GetFiles(Testbed.Options.PickupDirectory).Length);
    }

    private protected override async Task<ReadMail> SendAsync(OutboxMail mail)
    {
        await Testbed.NewPickupFolder().SendAsync(mail, CancellationToken.None);
        return Assert.Single(await IndependentMailReader.ReadFolderAsync(Testbed.Options.PickupDirectory));
    }
}
