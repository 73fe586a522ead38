<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Candidates</name>
    <message>
        <source>%1 “%2” created</source>
        <translation>已新建%1“%2”</translation>
    </message>
</context>
<context>
    <name>dw::desktop::Application</name>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
</context>
<context>
    <name>dw::desktop::StartUp</name>
    <message>
        <source>Welcome to Dealwright</source>
        <translation>欢迎使用 Dealwright</translation>
    </message>
    <message>
        <source>A workspace is a folder on this computer that holds everything: deals, accounts, contacts, and the whole history of every value.</source>
        <translation>工作区是本机上的一个文件夹，存放全部内容：商机、客户、联系人，以及每个值的完整历史。</translation>
    </message>
    <message>
        <source>Making the sample workspace…</source>
        <translation>正在创建示例工作区…</translation>
    </message>
    <message>
        <source>Copying the workspace…</source>
        <translation>正在复制工作区…</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>This folder is not on this computer alone</source>
        <translation>此文件夹不只在本机上</translation>
    </message>
    <message>
        <source>There is no workspace here</source>
        <translation>这里没有工作区</translation>
    </message>
    <message>
        <source>This workspace is open elsewhere</source>
        <translation>此工作区正在别处打开</translation>
    </message>
    <message>
        <source>This workspace is damaged</source>
        <translation>此工作区已损坏</translation>
    </message>
    <message>
        <source>This workspace needs a newer Dealwright</source>
        <translation>此工作区需要更新版本的 Dealwright</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Everything can be seen, nothing can be changed.</source>
        <translation>可以查看全部内容，但不能修改。</translation>
    </message>
    <message>
        <source>Make a workspace here</source>
        <translation>在此新建工作区</translation>
    </message>
    <message>
        <source>Restore the backup %1</source>
        <translation>恢复备份 %1</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it.</source>
        <translation>损坏的文件会保留在旁边。</translation>
    </message>
    <message>
        <source>Make a new workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>A name and a place on this computer, not on a network or a synced folder.</source>
        <translation>名称和本机上的位置，不要选网络或同步文件夹。</translation>
    </message>
    <message>
        <source>Folder of the new workspace</source>
        <translation>新工作区的文件夹</translation>
    </message>
    <message>
        <source>A folder that holds workspace.dealwright.</source>
        <translation>包含 workspace.dealwright 的文件夹。</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>查看示例</translation>
    </message>
    <message>
        <source>A made-up team with its deals, to try everything without harm.</source>
        <translation>虚构的团队及其商机，可随意试用。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy it to this computer</source>
        <translation>复制到本机</translation>
    </message>
    <message>
        <source>The original stays as it is; the copy is opened.</source>
        <translation>原件保持不变，打开的是副本。</translation>
    </message>
    <message>
        <source>Folder of the copy</source>
        <translation>副本的文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>dw::ui::AboutDialog</name>
    <message>
        <source>About Dealwright</source>
        <translation>关于 Dealwright</translation>
    </message>
    <message>
        <source>A sales workbench for the desktop: local first, explains every value, loses nothing.</source>
        <translation>桌面销售工作台：本地优先，每个数值都有解释，什么都不丢失。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later</source>
        <translation>GNU 通用公共许可证第 3 版或更高版本</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Open the log&apos;s folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Versions, sizes, rounded counts and the log, without names or contents.</source>
        <translation>版本、大小、取整后的数量和日志，不含姓名和内容。</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>保存诊断信息…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>Wrote “%1”</source>
        <translation>已写入“%1”</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>dw::ui::ActivityEntry</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What should be remembered?</source>
        <translation>有什么需要记下？</translation>
    </message>
    <message>
        <source>What was said and agreed?</source>
        <translation>谈了什么，达成了什么？</translation>
    </message>
    <message>
        <source>Paste the chat or type what was written</source>
        <translation>粘贴聊天记录或输入内容</translation>
    </message>
    <message>
        <source>What is to be done next?</source>
        <translation>接下来要做什么？</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>When it is due</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>The day before yesterday</source>
        <translation>前天</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>其他日期…</translation>
    </message>
    <message>
        <source>Note added to “%1”</source>
        <translation>已为“%1”添加备注</translation>
    </message>
    <message>
        <source>Call logged with “%1”</source>
        <translation>已为“%1”记录电话</translation>
    </message>
    <message>
        <source>Visit logged with “%1”</source>
        <translation>已为“%1”记录拜访</translation>
    </message>
    <message>
        <source>Message logged with “%1”</source>
        <translation>已为“%1”记录消息</translation>
    </message>
    <message>
        <source>Task added to “%1”</source>
        <translation>已为“%1”添加任务</translation>
    </message>
</context>
<context>
    <name>dw::ui::BellButton</name>
    <message>
        <source>What was said</source>
        <translation>消息记录</translation>
    </message>
    <message numerus="yes">
        <source>What was said, %Ln not seen</source>
        <translation>
            <numerusform>消息记录，%Ln 条未看</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardColumn</name>
    <message numerus="yes">
        <source>Show %Ln earlier</source>
        <translation>
            <numerusform>显示更早的 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Deals that were closed before, or without a date</source>
        <translation>更早结案或没有结案日期的商机</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardHead</name>
    <message>
        <source>Filter by name, account or owner</source>
        <translation>按名称、客户或负责人筛选</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>新建商机</translation>
    </message>
    <message>
        <source>Choose the pipeline</source>
        <translation>选择销售管道</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardMoves</name>
    <message>
        <source>Move “%1” to “%2”</source>
        <translation>将“%1”移到“%2”</translation>
    </message>
    <message>
        <source>“%1” is now in “%2”</source>
        <translation>“%1”已移入“%2”</translation>
    </message>
    <message>
        <source>This workspace is open to read only.</source>
        <translation>此工作区以只读方式打开。</translation>
    </message>
    <message>
        <source>has no amount, which Won needs</source>
        <translation>没有金额，赢单需要金额</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln 个商机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s) are now in “%1”</source>
        <translation>
            <numerusform>%Ln 个商机已移到“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>A deal is not expected to close in the past.</source>
        <translation>预计签约日期不能在过去。</translation>
    </message>
    <message>
        <source>%1: owner is now %2</source>
        <translation>%1：负责人已改为 %2</translation>
    </message>
    <message>
        <source>%1: expected close is now %2</source>
        <translation>%1：预计签约已改为 %2</translation>
    </message>
    <message>
        <source>%1: no expected close any more</source>
        <translation>%1：已清除预计签约日期</translation>
    </message>
    <message>
        <source>Not moved to “%1”</source>
        <translation>未移入“%1”</translation>
    </message>
    <message>
        <source>Fill it in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Not into the past</source>
        <translation>不能移到过去</translation>
    </message>
    <message>
        <source>asks for date and amount</source>
        <translation>将询问日期和金额</translation>
    </message>
    <message>
        <source>asks for a reason</source>
        <translation>将询问原因</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardPage</name>
    <message>
        <source>New deal</source>
        <translation>新建商机</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open deal(s)</source>
        <translation>
            <numerusform>%Ln 个在谈商机</numerusform>
        </translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>weighted %1</source>
        <translation>加权 %1</translation>
    </message>
    <message>
        <source>No deal matches “%1”.</source>
        <translation>没有商机符合“%1”。</translation>
    </message>
    <message>
        <source>Show all deals</source>
        <translation>显示全部商机</translation>
    </message>
    <message>
        <source>This pipeline has no deals yet.</source>
        <translation>此销售管道还没有商机。</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Deals of “%1”</source>
        <translation>“%1”的商机</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected deal(s)</source>
        <translation>
            <numerusform>所选 %Ln 个商机</numerusform>
        </translation>
    </message>
    <message>
        <source>No deal passes the filter.</source>
        <translation>没有符合筛选条件的商机。</translation>
    </message>
    <message>
        <source>This workspace is open to read only.</source>
        <translation>此工作区以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardPaper</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardPrintRun</name>
    <message>
        <source>Wrote “%1”</source>
        <translation>已写入“%1”</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>“%1” could not be written. Nothing else was changed; try another folder.</source>
        <translation>无法写入“%1”。其他内容没有改变；请换一个文件夹再试。</translation>
    </message>
    <message>
        <source>Weighted %1</source>
        <translation>加权 %1</translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln page(s)…</source>
        <translation>
            <numerusform>正在写入 %Ln 页…</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the board as PDF</source>
        <translation>将看板导出为 PDF</translation>
    </message>
    <message>
        <source>Export the board as picture</source>
        <translation>将看板导出为图片</translation>
    </message>
    <message>
        <source>The board was not printed.</source>
        <translation>看板没有打印。</translation>
    </message>
</context>
<context>
    <name>dw::ui::BulkActions</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln 个商机</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation>分配 %1</translation>
    </message>
    <message>
        <source>Each of them gets this owner.</source>
        <translation>每个商机都改由此人负责。</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>%1: owner is now %2</source>
        <translation>%1：负责人已改为 %2</translation>
    </message>
    <message>
        <source>Next step of %1</source>
        <translation>%1 的下一步</translation>
    </message>
    <message>
        <source>Each of them gets this task, for its own owner.</source>
        <translation>每个商机都会得到这项任务，由各自的负责人完成。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>%1: next step set</source>
        <translation>%1：已安排下一步</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>为 %1 加标签</translation>
    </message>
    <message>
        <source>These tags are added; others stay.</source>
        <translation>添加这些标签；其他标签保留。</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>%1: tagged %2</source>
        <translation>%1：已加标签 %2</translation>
    </message>
</context>
<context>
    <name>dw::ui::BulkBar</name>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>This workspace is open to read only</source>
        <translation>此工作区以只读方式打开</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>weighted %1</source>
        <translation>加权 %1</translation>
    </message>
</context>
<context>
    <name>dw::ui::BusyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>dw::ui::CancelJob</name>
    <message>
        <source>Stop taking it back?</source>
        <translation>停止撤销？</translation>
    </message>
    <message>
        <source>Stop the import?</source>
        <translation>停止导入？</translation>
    </message>
    <message>
        <source>What was taken back so far stays so; the rest stays as it is.</source>
        <translation>已撤销的部分保持撤销；其余部分保持原样。</translation>
    </message>
    <message>
        <source>Everything that it has written so far is taken back. A value that somebody edited meanwhile stays.</source>
        <translation>已写入的内容将全部撤销。期间有人修改过的值会保留。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and take back</source>
        <translation>停止并撤销</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>dw::ui::CardWords</name>
    <message>
        <source>Closed %1</source>
        <translation>结案 %1</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>未安排下一步</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>逾期 %Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days in the stage</comment>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>No account</source>
        <translation>没有客户</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>未填金额</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>win probability %1 %</source>
        <translation>赢率 %1%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in this stage</source>
        <translation>
            <numerusform>在此阶段 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
</context>
<context>
    <name>dw::ui::ChoiceField</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>dw::ui::CloseDealDialog</name>
    <message>
        <source>Close “%1” as %2</source>
        <translation>将“%1”结案为“%2”</translation>
    </message>
    <message>
        <source>A won deal has an amount and a date.</source>
        <translation>赢单的商机需要金额和日期。</translation>
    </message>
    <message>
        <source>A lost deal has a reason and a date.</source>
        <translation>输单的商机需要原因和日期。</translation>
    </message>
    <message>
        <source>Close deal</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>No account is called so.</source>
        <translation>没有这样名称的客户。</translation>
    </message>
</context>
<context>
    <name>dw::ui::ColumnHead</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln 个商机</numerusform>
        </translation>
    </message>
    <message>
        <source>Sum %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>Weighted %1</source>
        <translation>加权 %1</translation>
    </message>
    <message>
        <source>Weighted: amount × %1% of this stage</source>
        <translation>加权：金额 × 本阶段的 %1%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s) without an amount are not in the sum</source>
        <translation>
            <numerusform>%Ln 个没有金额的商机未计入合计</numerusform>
        </translation>
    </message>
    <message>
        <source>A sum is too large to be shown</source>
        <translation>合计过大，无法显示</translation>
    </message>
    <message>
        <source>Add a deal here</source>
        <translation>在此添加商机</translation>
    </message>
    <message>
        <source>Add a deal to “%1”</source>
        <translation>在“%1”中添加商机</translation>
    </message>
    <message>
        <source>Won %1</source>
        <translation>%1赢单</translation>
    </message>
    <message>
        <source>Lost %1</source>
        <translation>%1输单</translation>
    </message>
    <message>
        <source>Weighted: amount × the win probability of each deal&apos;s stage</source>
        <translation>加权：金额 × 商机所在阶段的赢率</translation>
    </message>
    <message>
        <source>%1 went on: %2 of %3 deals closed in the last 12 months that reached this stage reached a later one or were won</source>
        <translation>%1 继续推进：过去 12 个月结案且到过此阶段的 %3 个商机中，%2 个进入了后面的阶段或赢单</translation>
    </message>
    <message>
        <source>Too few closed deals reached this stage to say how many go on</source>
        <translation>到过此阶段的已结案商机太少，无法说明推进比例</translation>
    </message>
</context>
<context>
    <name>dw::ui::ConditionPopover</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Only deals for which this holds</source>
        <translation>只显示符合此条件的商机</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Fields, and, or, not, &gt;, contains, is empty, count(touchpoints) …</source>
        <translation>字段、and、or、not、&gt;、contains、is empty、count(touchpoints) …</translation>
    </message>
    <message>
        <source>This can be applied.</source>
        <translation>可以应用。</translation>
    </message>
</context>
<context>
    <name>dw::ui::DateField</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>日历（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>dw::ui::DealField</name>
    <message>
        <source>Why is this so?</source>
        <translation>为什么是这个值？</translation>
    </message>
    <message>
        <source>Why is “%1” so?</source>
        <translation>“%1”为什么是这个值？</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>dw::ui::DealPanel</name>
    <message>
        <source>Changed “%1”</source>
        <translation>已修改“%1”</translation>
    </message>
    <message>
        <source>“%1” is in the bin</source>
        <translation>“%1”已移入回收站</translation>
    </message>
    <message>
        <source>Quick entry</source>
        <translation>快速记录</translation>
    </message>
</context>
<context>
    <name>dw::ui::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>dw::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Writes a copy; the workspace stays as it is.</source>
        <translation>写出一份副本，工作区保持不变。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Choose place…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>All: %1</source>
        <translation>全部：%1</translation>
    </message>
    <message>
        <source>The whole workspace, with its history</source>
        <translation>整个工作区，含全部历史</translation>
    </message>
    <message>
        <source>One archive (ZIP)</source>
        <translation>单个压缩包 (ZIP)</translation>
    </message>
    <message>
        <source>A folder of CSV and JSON</source>
        <translation>CSV 和 JSON 文件夹</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>Excel 工作簿 (XLSX)</translation>
    </message>
    <message>
        <source>CSV, UTF-8</source>
        <translation>CSV，UTF-8</translation>
    </message>
    <message>
        <source>CSV, GB18030 (older Chinese Excel)</source>
        <translation>CSV，GB18030（旧版中文 Excel）</translation>
    </message>
    <message>
        <source>Everything comes back from it: records, the bin, every change, attached files.</source>
        <translation>可从中完整读回：记录、回收站、每次更改和附件。</translation>
    </message>
    <message>
        <source>Every field is a column. What is imported again from the file changes nothing.</source>
        <translation>每个字段为一列。将该文件再次导入不会改变任何内容。</translation>
    </message>
</context>
<context>
    <name>dw::ui::ExportRun</name>
    <message>
        <source>Writing “%1”…</source>
        <translation>正在写入“%1”…</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln row(s) to “%1”</source>
        <translation>
            <numerusform>已将 %Ln 行写入“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>dw::ui::FieldPicker</name>
    <message>
        <source>Search fields</source>
        <translation>搜索字段</translation>
    </message>
    <message>
        <source>No field is called so</source>
        <translation>没有这样的字段</translation>
    </message>
</context>
<context>
    <name>dw::ui::FilterBar</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Export as picture…</source>
        <translation>导出为图片…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Narrow what the board shows</source>
        <translation>缩小看板显示的范围</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>分列：%1</translation>
    </message>
    <message>
        <source>By what the columns are made</source>
        <translation>按什么分列</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>已结案：%1</translation>
    </message>
    <message>
        <source>Since when closed deals stand in their columns</source>
        <translation>从何时起结案的商机仍显示在列中</translation>
    </message>
    <message>
        <source>Print or export the board</source>
        <translation>打印或导出看板</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>无团队</translation>
    </message>
    <message>
        <source>No territory</source>
        <translation>无区域</translation>
    </message>
    <message>
        <source>before today</source>
        <translation>今天之前</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>下月</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>next quarter</source>
        <translation>下季度</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另 %2 项</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>移除此筛选</translation>
    </message>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>移除筛选“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::GroupText</name>
    <message>
        <source>Nobody</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>%1之前</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Close month</source>
        <translation>签约月份</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln 个商机</numerusform>
        </translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>负责人改为 %1</translation>
    </message>
    <message>
        <source>close %1</source>
        <translation>签约改为 %1</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>all time</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportColumnsModel</name>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选定</translation>
    </message>
    <message>
        <source>new field</source>
        <translation>新字段</translation>
    </message>
    <message>
        <source>unsure, left out</source>
        <translation>待确认，暂不导入</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>写入字段</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The whole import can be undone. Rows that cannot come in are kept with the reason, to be mended and tried again.</source>
        <translation>整批可撤销。无法导入的行连同原因一起保留，可修正后重试。</translation>
    </message>
    <message>
        <source>Drop CSV or Excel files here</source>
        <translation>将 CSV 或 Excel 文件拖到这里</translation>
    </message>
    <message>
        <source>Any encoding and separator. Several files at once find one another’s rows, such as deals their accounts.</source>
        <translation>任何编码和分隔符均可。同时导入多个文件时会自动关联各行，例如商机与其客户。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>粘贴单元格</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>拒收的行</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The clipboard holds no cells. Copy them in the spreadsheet, with their headings, and paste again.</source>
        <translation>剪贴板中没有单元格。请在电子表格中连同列名一起复制，然后再粘贴。</translation>
    </message>
    <message>
        <source>That is too much to paste. Save it as a file and import that.</source>
        <translation>内容过多，无法粘贴。请保存为文件后导入。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clear</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln 列已对应</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln 列待确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new field(s)</source>
        <translation>
            <numerusform>%Ln 个新字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln 列不导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列的对应</translation>
    </message>
    <message>
        <source>Rejected · %1</source>
        <translation>拒收 · %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>保存拒收的行</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试算</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln record(s)</source>
        <translation>
            <numerusform>导入 %Ln 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the rejected rows</source>
        <translation>保留拒收的行</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportDraft</name>
    <message>
        <source>Pasted cells</source>
        <translation>粘贴的单元格</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportFields</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>长文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Originally created on</source>
        <translation>原创建时间</translation>
    </message>
    <message>
        <source>Originally created by</source>
        <translation>原创建人</translation>
    </message>
    <message>
        <source>Originally changed on</source>
        <translation>原修改时间</translation>
    </message>
    <message>
        <source>Originally changed by</source>
        <translation>原修改人</translation>
    </message>
    <message>
        <source>Id in the other system</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Id of %1 in the other system</source>
        <translation>%1的外部编号</translation>
    </message>
    <message>
        <source>New field: %1</source>
        <translation>新字段：%1</translation>
    </message>
    <message>
        <source>now “%1”</source>
        <translation>现为“%1”</translation>
    </message>
    <message>
        <source>Fields of %1</source>
        <translation>%1的字段</translation>
    </message>
    <message>
        <source>From the other system</source>
        <translation>来自原系统</translation>
    </message>
    <message>
        <source>A field of its own</source>
        <translation>新建字段</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportFileCard</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportJobPane</name>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>This window may be closed: the import goes on, and the bar at the top shows how far it is.</source>
        <translation>可以关闭此窗口：导入会继续进行，顶部栏会显示进度。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>records</comment>
        <translation>
            <numerusform>新增 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>records</comment>
        <translation>
            <numerusform>更新 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>records</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportOptions</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Rows are</source>
        <translation>每行是</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Date order</source>
        <translation>日期顺序</translation>
    </message>
    <message>
        <source>Rows that are there already</source>
        <translation>对已有的行</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>只新增</translation>
    </message>
    <message>
        <source>Fill blanks</source>
        <translation>填补空白</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>only what is new comes in</source>
        <translation>跳过已有的</translation>
    </message>
    <message>
        <source>values that stand there stay</source>
        <translation>不动已有的值</translation>
    </message>
    <message>
        <source>the file’s values count; empty cells say nothing</source>
        <translation>以文件为准；空单元格不改动</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>匹配依据</translation>
    </message>
    <message>
        <source>Unknown names</source>
        <translation>未知名称</translation>
    </message>
    <message>
        <source>Ids are of</source>
        <translation>编号来自</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Reject the row</source>
        <translation>拒收该行</translation>
    </message>
    <message>
        <source>What becomes of a row that names, for example, an account that is not there</source>
        <translation>当某行提到不存在的客户等名称时如何处理</translation>
    </message>
    <message>
        <source>%1 (guess)</source>
        <translation>%1（推测）</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>逗号  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>分号  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>竖线  |</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>日/月/年</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>月/日/年</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>年/月/日</translation>
    </message>
    <message>
        <source>The usual ways</source>
        <translation>常用方式</translation>
    </message>
    <message>
        <source>How a row of the file finds the one that is there: usually by the id of the other system, the e-mail address or the name</source>
        <translation>文件中的行如何找到已有的行：通常依据外部编号、邮箱或名称</translation>
    </message>
    <message>
        <source>other system</source>
        <translation>原系统的名称</translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportResult</name>
    <message>
        <source>Trial</source>
        <translation>试算结果</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation>另存拒收的行…</translation>
    </message>
    <message>
        <source>Progress of the trial</source>
        <translation>试算进度</translation>
    </message>
    <message>
        <source>A trial reads all rows and says what would happen. It writes nothing.</source>
        <translation>试算会读取所有行并说明将发生什么，不写入任何数据。</translation>
    </message>
    <message>
        <source>Reading and judging all rows…</source>
        <translation>正在读取并检查所有行…</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>尚未写入任何数据。</translation>
    </message>
    <message>
        <source>The files have no rows.</source>
        <translation>文件中没有行。</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Sums of the rows that come in</source>
        <translation>导入行的合计</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <translation>
            <numerusform>%1，%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得注意</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::InstantField</name>
    <message>
        <source>yyyy-mm-dd hh:mm</source>
        <translation>年-月-日 时:分</translation>
    </message>
</context>
<context>
    <name>dw::ui::JobStatus</name>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation>停止任务</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on with the job</source>
        <translation>继续任务</translation>
    </message>
    <message>
        <source>Pause the job</source>
        <translation>暂停任务</translation>
    </message>
</context>
<context>
    <name>dw::ui::JobText</name>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>已停住</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>Writing rows</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Bringing it into order</source>
        <translation>正在整理次序</translation>
    </message>
    <message>
        <source>Making it searchable</source>
        <translation>正在建立搜索</translation>
    </message>
    <message>
        <source>Keeping rejected rows</source>
        <translation>正在保存拒收的行</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>正在收尾</translation>
    </message>
    <message>
        <source>%1 was taken back; nothing of it is left.</source>
        <translation>%1已撤销，未留下任何内容。</translation>
    </message>
    <message>
        <source>%1 stands still.</source>
        <translation>%1已停住。</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：完成</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) rejected; they are kept with their reasons</source>
        <translation>
            <numerusform>%Ln 行被拒收；已连同原因保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::LinkField</name>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>Show all (Down)</source>
        <translation>显示全部（↓）</translation>
    </message>
</context>
<context>
    <name>dw::ui::LookMenus</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>dw::ui::MainWindow</name>
    <message>
        <source>Leave without saving “%1”?</source>
        <translation>不保存“%1”就离开？</translation>
    </message>
    <message>
        <source>What was typed there is not saved and would be lost.</source>
        <translation>其中输入的内容尚未保存，离开后将丢失。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存，离开</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>dw::ui::MoneyField</name>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
</context>
<context>
    <name>dw::ui::NewFolderDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Give the folder a name.</source>
        <translation>请填写文件夹名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a folder. Leave out / \ : * ? &quot; &lt; &gt; | and points at its ends.</source>
        <translation>“%1”不能作为文件夹名称。请去掉 / \ : * ? &quot; &lt; &gt; | 以及首尾的点。</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Choose the place with “Browse…”.</source>
        <translation>没有文件夹“%1”。请用“浏览…”选择位置。</translation>
    </message>
    <message>
        <source>“%1” is there already. Choose another name.</source>
        <translation>“%1”已存在。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>dw::ui::NewRecordDialog</name>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多字段</translation>
    </message>
    <message>
        <source>%1 “%2” created</source>
        <translation>已新建%1“%2”</translation>
    </message>
    <message>
        <source>“%1” was not saved</source>
        <translation>“%1”未保存</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>dw::ui::PanelFields</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>收起字段</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more field(s)</source>
        <translation>
            <numerusform>更多字段（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d left</source>
        <translation>
            <numerusform>剩 %Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d ago</source>
        <translation>
            <numerusform>已过 %Ln 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::PanelHead</name>
    <message>
        <source>Close the panel (Esc)</source>
        <translation>关闭面板（Esc）</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Move the deal to the bin</source>
        <translation>将商机移入回收站</translation>
    </message>
    <message>
        <source>Deal %1</source>
        <translation>商机 %1</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>没有客户</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>下一阶段 %1</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>没有金额</translation>
    </message>
    <message>
        <source>weighted %1</source>
        <translation>加权 %1</translation>
    </message>
</context>
<context>
    <name>dw::ui::PanelText</name>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Moved within its column</source>
        <translation>在列内移动</translation>
    </message>
    <message>
        <source>Restored from the bin</source>
        <translation>从回收站恢复</translation>
    </message>
</context>
<context>
    <name>dw::ui::PartyRow</name>
    <message>
        <source>Add or remove</source>
        <translation>添加或移除</translation>
    </message>
    <message>
        <source>Add to or remove from “%1”</source>
        <translation>添加或移除“%1”</translation>
    </message>
    <message>
        <source>Why is this so?</source>
        <translation>为什么是这样？</translation>
    </message>
    <message>
        <source>Why is “%1” so?</source>
        <translation>为什么“%1”是这样？</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Removed “%1”</source>
        <translation>已移除“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::PersonDialog</name>
    <message>
        <source>Who sits here?</source>
        <translation>谁在使用？</translation>
    </message>
    <message>
        <source>Every change is kept under this name. It can be switched at any time.</source>
        <translation>每项变更都会记在此人名下，可随时切换。</translation>
    </message>
    <message>
        <source>Search, or type a new name</source>
        <translation>搜索，或输入新姓名</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>就是我</translation>
    </message>
    <message>
        <source>New person “%1”</source>
        <translation>新人员“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::PickPopover</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>搜索：%1</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这样的名称。</translation>
    </message>
    <message>
        <source>There is nothing to choose from yet.</source>
        <translation>还没有可选的内容。</translation>
    </message>
</context>
<context>
    <name>dw::ui::Picker</name>
    <message>
        <source>Create “%1”</source>
        <translation>新建“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::QuickAdd</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Opens the whole form with what is typed here</source>
        <translation>打开完整表单，并带上此处输入的内容</translation>
    </message>
    <message>
        <source>A deal has a name.</source>
        <translation>商机需要名称。</translation>
    </message>
    <message>
        <source>Added “%1”</source>
        <translation>已添加“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::Rail</name>
    <message>
        <source>Narrow navigation</source>
        <translation>收窄导航栏</translation>
    </message>
    <message>
        <source>Wide navigation</source>
        <translation>展开导航栏</translation>
    </message>
</context>
<context>
    <name>dw::ui::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Say why in a few words; the history keeps it.</source>
        <translation>请简短说明原因，历史记录会保留它。</translation>
    </message>
</context>
<context>
    <name>dw::ui::RecordFields</name>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>dw::ui::RefusalNote</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close the note</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>dw::ui::SetField</name>
    <message>
        <source>Type to add</source>
        <translation>输入以添加</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::Shell</name>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1: a part is in use or was changed later, and would stay</source>
        <translation>%1：其中一部分正在使用或之后又有修改，将予保留</translation>
    </message>
    <message>
        <source>“%1” needs it</source>
        <translation>“%1”需要它</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the rest</source>
        <translation>撤销其余部分</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo “%1”?</source>
        <translation>重做“%1”？</translation>
    </message>
    <message>
        <source>Undo “%1”?</source>
        <translation>撤销“%1”？</translation>
    </message>
    <message>
        <source>Backup made: %1</source>
        <translation>已创建备份：%1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>The scheduled backup could not be made; it is tried again.</source>
        <translation>定期备份未能完成，将再次尝试。</translation>
    </message>
    <message>
        <source>The backup could not be made.</source>
        <translation>备份未能完成。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>dw::ui::StageBar</name>
    <message>
        <source>Stage %1 of %2</source>
        <translation>第 %1 阶段，共 %2 个</translation>
    </message>
</context>
<context>
    <name>dw::ui::TaskRows</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>No open task</source>
        <translation>没有未完成的任务</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>标记为完成</translation>
    </message>
    <message>
        <source>Mark “%1” as done</source>
        <translation>将“%1”标记为完成</translation>
    </message>
    <message>
        <source>Put off or remove</source>
        <translation>改期或移除</translation>
    </message>
    <message>
        <source>Put off or remove “%1”</source>
        <translation>将“%1”改期或移除</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>逾期 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is done</source>
        <translation>“%1”已完成</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>明天到期</translation>
    </message>
    <message>
        <source>Due in a week</source>
        <translation>一周后到期</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>不设日期</translation>
    </message>
    <message>
        <source>Due on…</source>
        <translation>到期日期…</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>“%1” is in the bin</source>
        <translation>“%1”已移入回收站</translation>
    </message>
    <message>
        <source>“%1” is due on %2</source>
        <translation>“%1”的截止日期为 %2</translation>
    </message>
    <message>
        <source>“%1” has no date any more</source>
        <translation>“%1”不再有日期</translation>
    </message>
</context>
<context>
    <name>dw::ui::TimelineRows</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近记录</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>显示更早的</translation>
    </message>
</context>
<context>
    <name>dw::ui::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>dw::ui::TopBar</name>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Another window or program writes to this workspace.</source>
        <translation>另一个窗口或程序正在写入此工作区。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>This workspace is open to read only</source>
        <translation>此工作区以只读方式打开</translation>
    </message>
    <message>
        <source>Open another workspace…</source>
        <translation>打开其他工作区…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Somebody else sits here…</source>
        <translation>换人使用…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Who sits here?</source>
        <translation>谁在使用？</translation>
    </message>
    <message>
        <source>Who sits here: the author of every change</source>
        <translation>当前使用者：每项变更的作者</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>being made…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>About Dealwright</source>
        <translation>关于 Dealwright</translation>
    </message>
</context>
<context>
    <name>dw::ui::UndoSize</name>
    <message numerus="yes">
        <source>%1 go to the bin.</source>
        <translation>
            <numerusform>%1将移入回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 come back from the bin.</source>
        <translation>
            <numerusform>%1将从回收站恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 go back to their old values.</source>
        <translation>
            <numerusform>%1将恢复为原来的值。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and what is counted</comment>
        <translation>%1 条%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other record(s)</source>
        <translation>
            <numerusform>%1和其他 %n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::WhyPopover</name>
    <message>
        <source>Why “%1” is so</source>
        <translation>“%1”为什么是这个值</translation>
    </message>
    <message>
        <source>Nobody has ever set this field.</source>
        <translation>从未有人设置过此字段。</translation>
    </message>
</context>
</TS>
