using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;
using AssistPortal.UnitTests.Mail.Sending;

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

    private protected override async Task<ReadMail> SendAsync(OutboxMail mail)
    {
        await Testbed.NewPickupFolder().SendAsync(mail, CancellationToken.None);
        return Assert.Single(await IndependentMailReader.ReadFolderAsync(Testbed.Options.PickupDirectory));
    }
}
